package dev.duodang.settlement;

import dev.duodang.database.TenantId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * The changes that one transaction commits.
 *
 * @param shard who writes for the tenant; part of the key of each sum
 * @param month first day of the month of the commit
 * @param at the time of the commit, to the microsecond
 */
public record Batch(TenantId tenant, int shard, LocalDate month, Instant at, List<Change> changes) {

  public Batch {
    changes = List.copyOf(changes);
  }
}
