package dev.duodang.pricing.proof;

import java.util.List;

/**
 * A kind of orders.
 *
 * @param extents how far it reaches in each fact; a fact that is not named may be anything
 */
public record Area(List<Extent> extents) {

  public Area {
    extents = List.copyOf(extents);
  }
}
