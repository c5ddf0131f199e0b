package dev.duodang.pricing.book;

import dev.duodang.pricing.region.RegionCode;
import java.util.List;

/**
 * A node of a tenant's own tree of regions, for work abroad.
 *
 * @param name as people read it
 */
public record RegionRoot(RegionCode code, String name, List<RegionRoot> children) {

  public RegionRoot {
    children = List.copyOf(children);
  }
}
