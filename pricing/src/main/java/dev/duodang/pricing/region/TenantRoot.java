package dev.duodang.pricing.region;

import java.time.ZoneId;

/** A root that a tenant adds, such as another country, with the zone that its clocks show. */
public record TenantRoot(RegionBranch branch, ZoneId zone) {}
