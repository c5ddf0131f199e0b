package dev.duodang.identity;

import dev.duodang.database.TenantId;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The zone and the day of each tenant; neither zone nor currency of a tenant ever changes. */
@Component
public final class TenantClock {

  private final Identities identities;
  private final Clock clock;
  private final Map<TenantId, Tenant> known = new ConcurrentHashMap<>();

  TenantClock(Identities identities, Clock clock) {
    this.identities = identities;
    this.clock = clock;
  }

  public Tenant tenant(TenantId tenant) {
    return known.computeIfAbsent(tenant, identities::tenant);
  }

  public ZoneId zone(TenantId tenant) {
    return tenant(tenant).zone();
  }

  /** Today where the tenant is. */
  public LocalDate today(TenantId tenant) {
    return LocalDate.now(clock.withZone(zone(tenant)));
  }
}
