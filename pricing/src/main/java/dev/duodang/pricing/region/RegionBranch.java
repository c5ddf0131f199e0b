package dev.duodang.pricing.region;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
    for (RegionBranch child : children) {
      if (child.code.equals(code) || !child.code.isWithin(code)) {
        throw new IllegalArgumentException(
            "region "
                + child.code
                + " lies below "
                + code
                + ", so that its code must begin with \""
                + code.below()
                + "\"");
      }
    }
  }

  /**
   * This region with what another of the same code has below it besides; names of this one stay.
   */
  RegionBranch joined(RegionBranch other) {
    Map<RegionCode, RegionBranch> below = new LinkedHashMap<>();
    children.forEach(child -> below.put(child.code, child));
    other.children.forEach(child -> below.merge(child.code, child, RegionBranch::joined));
    return new RegionBranch(code, name, List.copyOf(below.values()));
  }

  /** A region without regions below it. */
  public static RegionBranch leaf(RegionCode code, String name) {
    return new RegionBranch(code, name, List.of());
  }
}
