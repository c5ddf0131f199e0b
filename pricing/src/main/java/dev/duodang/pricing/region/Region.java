package dev.duodang.pricing.region;

import org.jspecify.annotations.Nullable;

/**
 * A node of the tree of regions.
 *
 * @param name as the source of the tree writes it, such as {@code 南山区}
 * @param depth 1 for a root (a province), 2 for a prefecture, 3 for a county
 * @param parent null for a root
 */
public record Region(RegionCode code, String name, int depth, @Nullable RegionCode parent) {

  public Region {
    if (name.isBlank() || depth < 1 || (depth == 1) != (parent == null)) {
      throw new IllegalArgumentException(
          "region " + code + " must have a name, and a parent exactly when its depth is above 1");
    }
  }
}
