package dev.duodang.settlement;

import dev.duodang.database.TenantId;
import dev.duodang.pricing.order.OrderNo;
import dev.duodang.pricing.rating.Window;
import dev.duodang.pricing.rating.WindowKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

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

  /**
   * The last change of each order of the batch; a statement may touch a row once.
   *
   * @param added of orders that were not there before the batch
   * @param changed of orders that were
   */
  public record Last(List<Change> added, List<Change> changed) {}

  /** The last change of each order, in the order in which the orders came. */
  public Last last() {
    Set<OrderNo> fresh = new HashSet<>();
    Map<OrderNo, Change> last = new LinkedHashMap<>();
    for (Change change : changes) {
      if (change.isFirst()) {
        fresh.add(change.orderNo());
      }
      last.put(change.orderNo(), change);
    }
    Map<Boolean, List<Change>> parted =
        last.values().stream()
            .collect(Collectors.partitioningBy(change -> fresh.contains(change.orderNo())));
    return new Last(parted.getOrDefault(true, List.of()), parted.getOrDefault(false, List.of()));
  }
}
