package dev.duodang.pricing.region;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A root that a tenant adds, such as another country, with the zone that its clocks show. */
public record TenantRoot(RegionBranch branch, ZoneId zone) {

  /**
   * Roots of several books or versions as one list, in which each code stands once. What a root has
   * in any of them it has; its name and zone are those of the first.
   */
  public static List<TenantRoot> joined(List<TenantRoot> roots) {
    Map<RegionCode, TenantRoot> byCode = new LinkedHashMap<>();
    for (TenantRoot root : roots) {
      byCode.merge(
          root.branch.code(),
          root,
          (first, later) -> new TenantRoot(first.branch.joined(later.branch), first.zone));
    }
    return List.copyOf(byCode.values());
  }
}
