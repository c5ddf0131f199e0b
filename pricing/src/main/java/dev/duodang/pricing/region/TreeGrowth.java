package dev.duodang.pricing.region;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes regions in preorder and makes a tree of them. */
final class TreeGrowth {

  private final List<Region> regions = new ArrayList<>();
  private final List<ZoneId> zones = new ArrayList<>();

  /** The regions above the next one, the root first. */
  private final List<Region> above = new ArrayList<>();

  TreeGrowth add(RegionCode code, String name, int depth, ZoneId zone) {
    if (depth > above.size() + 1) {
      throw new IllegalArgumentException("region " + code + " stands before its parent");
    }
    above.subList(depth - 1, above.size()).clear();
    @Nullable RegionCode parent = above.isEmpty() ? null : above.getLast().code();
    Region region = new Region(code, name, depth, parent);
    regions.add(region);
    zones.add(zone);
    above.add(region);
    return this;
  }

  TreeGrowth add(RegionBranch branch, int depth, ZoneId zone) {
    add(branch.code(), branch.name(), depth, zone);
    branch.children().forEach(child -> add(child, depth + 1, zone));
    return this;
  }

  RegionTree tree(List<RetiredRegion> retired, List<OtherName> others) {
    return new RegionTree(regions, zones, retired, others);
  }
}
