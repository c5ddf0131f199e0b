package dev.duodang.settlement;

import dev.duodang.database.TenantId;
import dev.duodang.pricing.rating.Window;
import dev.duodang.pricing.rating.WindowKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * The changes and vouchers that one transaction commits.
 *
 * @param shard who writes for the tenant; part of the key of each sum
 * @param month first day of the month of the commit
 * @param at the time of the commit, to the microsecond
 * @param vouchers those that were not there before
 * @param rebates what periods under rebates come to after the batch, those that it changed
 */
public record Batch(
    TenantId tenant,
    int shard,
    LocalDate month,
    Instant at,
    List<Change> changes,
    List<Command.Post> vouchers,
    Map<WindowKey, Window> rebates) {

  public Batch {
    changes = List.copyOf(changes);
    vouchers = List.copyOf(vouchers);
    rebates = Map.copyOf(rebates);
  }
}
