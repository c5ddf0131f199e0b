package dev.duodang.pricing.region;

import java.util.List;

/**
 * A region of a tenant's own tree with all regions below it, such as a city abroad with its
 * districts.
 *
 * @param name as people read and write it, such as {@code Brooklyn}
 */
public record RegionBranch(RegionCode code, String name, List<RegionBranch> children) {

  public RegionBranch {
    children = List.copyOf(children);
    if (name.isBlank()) {
      throw new IllegalArgumentException("region " + code + " must have a name");
    }
  }

  /** A region without regions below it. */
  public static RegionBranch leaf(RegionCode code, String name) {
    return new RegionBranch(code, name, List.of());
  }
}
