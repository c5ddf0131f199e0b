package dev.duodang.whatif;

import dev.duodang.database.ScopedTransactions;
import dev.duodang.database.TenantId;
import dev.duodang.pricing.order.WorkOrder;
import dev.duodang.settlement.FactsText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.stereotype.Component;

/** The orders of the last days, each as it counts now. */
@Component
class PastOrders {

  private static final int DAYS = 30;
  private static final int MOST = 5_000;

  private static final String FACTS =
      """
      SELECT coalesce((SELECT d.facts FROM decision d
                       WHERE d.tenant_id = r.tenant_id AND d.order_no = r.order_no
                         AND d.month >= r.month AND d.sequence > r.sequence
                         AND d.facts IS NOT NULL
                       ORDER BY d.sequence DESC LIMIT 1), r.facts) AS facts,
             r.received_at
      FROM order_revision r
      JOIN order_key k ON k.tenant_id = r.tenant_id AND k.order_no = r.order_no
        AND k.revision = r.revision AND k.month = r.month
      WHERE r.tenant_id = current_tenant() AND r.received_at > :since AND r.month >= :month
      ORDER BY r.received_at DESC LIMIT :most
      """;

  private final ScopedTransactions transactions;
  private final Clock clock;

  PastOrders(ScopedTransactions transactions, Clock clock) {
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Past orders, the latest first.
   *
   * @param days how many days they reach back: thirty, or fewer where there are more orders in
   *     thirty days than are looked at
   */
  record Past(int days, List<WorkOrder> orders) {
    Past {
      orders = List.copyOf(orders);
    }
  }

  private record Kept(WorkOrder order, Instant receivedAt) {}

  Past orders(TenantId tenant) {
    Instant now = clock.instant();
    Instant since = now.minus(Duration.ofDays(DAYS));
    List<Kept> kept =
        transactions.read(
            tenant,
            jdbc ->
                jdbc.sql(FACTS)
                    .param("since", since.atOffset(ZoneOffset.UTC))
                    .param("month", since.atZone(ZoneOffset.UTC).toLocalDate().withDayOfMonth(1))
                    .param("most", MOST)
                    .query((row, number) -> kept(row))
                    .list());
    Instant oldest = kept.size() < MOST ? since : kept.getLast().receivedAt();
    int days = Math.max(1, (int) Math.ceilDiv(Duration.between(oldest, now).toHours(), 24));
    return new Past(days, kept.stream().map(Kept::order).toList());
  }

  private static Kept kept(ResultSet row) throws SQLException {
    return new Kept(
        FactsText.read(row.getString("facts")),
        row.getObject("received_at", OffsetDateTime.class).toInstant());
  }
}
