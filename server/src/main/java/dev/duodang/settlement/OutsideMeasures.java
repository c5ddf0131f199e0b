package dev.duodang.settlement;

import dev.duodang.database.ScopedTransactions;
import dev.duodang.database.TenantId;
import dev.duodang.pricing.order.MeasureName;
import dev.duodang.pricing.order.PartyId;
import dev.duodang.pricing.rating.WindowKey;
import dev.duodang.pricing.rebate.OutsideKey;
import dev.duodang.pricing.rebate.OutsideValue;
import dev.duodang.pricing.rebate.OutsideValues;
import dev.duodang.pricing.settlement.AccruedRebate;
import dev.duodang.pricing.settlement.Shelf;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what was reported of measures that no order carries. */
@Component
public final class OutsideMeasures {

  private final ScopedTransactions transactions;

  OutsideMeasures(ScopedTransactions transactions) {
    this.transactions = transactions;
  }

  /** What counts under these keys; nothing where nothing is reported. */
  public Map<OutsideKey, OutsideValue> of(TenantId tenant, Collection<OutsideKey> keys) {
    return keys.isEmpty()
        ? Map.of()
        : transactions.readWith(tenant, connection -> JdbcOutsideValues.of(connection, keys));
  }

  /** What counts for rebates over these windows, by the books as they are. */
  public OutsideValues of(
      TenantId tenant, Collection<WindowKey> windows, Shelf shelf, Instant asOf) {
    return of(tenant, keys(windows, shelf, asOf))::get;
  }

  /** The same inside of a transaction, with what it has written. */
  public static OutsideValues of(
      Connection connection, Collection<WindowKey> windows, Shelf shelf, Instant asOf)
      throws SQLException {
    return JdbcOutsideValues.of(connection, keys(windows, shelf, asOf))::get;
  }

  private static List<OutsideKey> keys(Collection<WindowKey> windows, Shelf shelf, Instant asOf) {
    return windows.stream()
        .flatMap(window -> AccruedRebate.outside(window, shelf, asOf).stream())
        .distinct()
        .toList();
  }

  /**
   * All that counts, by measure, counterparty and period.
   *
   * @param parties of whom; null for everybody
   */
  public List<ReportedValue> counting(TenantId tenant, @Nullable Collection<PartyId> parties) {
    return transactions.readWith(
        tenant, connection -> JdbcOutsideValues.counting(connection, parties));
  }

  /** All revisions of one measure and counterparty, the latest period and revision first. */
  public List<ReportedValue> history(TenantId tenant, MeasureName measure, PartyId party) {
    return transactions.readWith(
        tenant, connection -> JdbcOutsideValues.history(connection, measure, party));
  }
}
