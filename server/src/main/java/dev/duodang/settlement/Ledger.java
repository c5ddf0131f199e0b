package dev.duodang.settlement;

import dev.duodang.database.ScopedTransactions;
import dev.duodang.database.TenantId;
import dev.duodang.pricing.book.BookId;
import dev.duodang.pricing.book.Relation;
import dev.duodang.pricing.order.OrderNo;
import dev.duodang.pricing.order.PartyId;
import dev.duodang.pricing.rating.Rated;
import dev.duodang.pricing.rating.Window;
import dev.duodang.pricing.rating.WindowKey;
import dev.duodang.pricing.settlement.BookVersion;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what the writer keeps, for those who show it. */
@Component
public final class Ledger {

  private static final String LINES =
      """
      SELECT number, kind, revision, relation, book_id, book_version, category, item, tier,
             modifier, part, label, amount_minor, currency, quantity, formula, reverses, cause,
             tax_category, taxpayer, tax_percent, net_minor, tax_minor, posted_at
      FROM line WHERE tenant_id = current_tenant() AND order_no = ? ORDER BY number
      """;

  private static final String RELATIONS =
      """
      SELECT relation, state, book_id, book_version, settled_at FROM settlement
      WHERE tenant_id = current_tenant() AND order_no = ? AND sequence = ?
      """;

  private static final String HISTORY =
      """
      SELECT received_at AS at, 'REVISION' AS kind, revision::text AS what, '' AS reason,
             by_whom, sequence, NULL AS book_id, NULL AS book_version
      FROM order_revision WHERE tenant_id = current_tenant() AND order_no = ?
      UNION ALL
      SELECT d.decided_at, d.kind,
             CASE WHEN d.kind IN ('FORCE', 'UNFORCE') THEN coalesce(d.tier, '')
                  ELSE coalesce(d.amount, d.region, d.relation, '') END,
             d.reason, d.by_whom, d.sequence, s.book_id, s.book_version
      FROM decision d
      LEFT JOIN settlement s ON s.tenant_id = d.tenant_id AND s.order_no = d.order_no
        AND s.sequence = d.sequence AND s.relation = d.relation AND s.month = d.month
      WHERE d.tenant_id = current_tenant() AND d.order_no = ?
      ORDER BY sequence
      """;

  private final ScopedTransactions transactions;

  Ledger(ScopedTransactions transactions) {
    this.transactions = transactions;
  }

  /** Everything about an order, as of one moment. */
  public Optional<OrderLedger> order(TenantId tenant, OrderNo orderNo) {
    return transactions.readWith(
        tenant,
        connection -> {
          Optional<LedgerReading.Seen> seen = LedgerReading.one(connection, orderNo);
          return seen.isEmpty()
              ? Optional.empty()
              : Optional.of(ledger(connection, orderNo, seen.get()));
        });
  }

  /** What counters hold under these keys; one that nothing was counted in is empty. */
  public Map<WindowKey, Window> windows(TenantId tenant, Collection<WindowKey> keys) {
    return keys.isEmpty()
        ? Map.of()
        : transactions.readWith(tenant, connection -> JdbcWindows.of(connection, keys));
  }

  /**
   * What the rebates hold of the periods that a day lies in.
   *
   * @param parties of whom, as payer or payee; null for everybody
   */
  public Map<WindowKey, Window> rebates(
      TenantId tenant, LocalDate day, @Nullable Collection<PartyId> parties) {
    return transactions.readWith(
        tenant, connection -> JdbcWindows.rebates(connection, day, parties));
  }

  private static OrderLedger ledger(Connection connection, OrderNo orderNo, LedgerReading.Seen seen)
      throws SQLException {
    return new OrderLedger(
        seen.order().state(),
        seen.tallies(),
        lines(connection, orderNo),
        relations(connection, orderNo, seen.order().sequence()),
        history(connection, orderNo));
  }

  private static List<OrderLedger.PostedLine> lines(Connection connection, OrderNo orderNo)
      throws SQLException {
    List<OrderLedger.PostedLine> lines = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(LINES)) {
      statement.setString(1, orderNo.text());
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          lines.add(new OrderLedger.PostedLine(LedgerReading.posting(row), time(row, "posted_at")));
        }
      }
    }
    return lines;
  }

  private static List<OrderLedger.SettledRelation> relations(
      Connection connection, OrderNo orderNo, int sequence) throws SQLException {
    List<OrderLedger.SettledRelation> relations = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(RELATIONS)) {
      statement.setString(1, orderNo.text());
      statement.setInt(2, sequence);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          relations.add(
              new OrderLedger.SettledRelation(
                  Relation.parse(row.getString("relation")),
                  Rated.State.valueOf(row.getString("state")),
                  book(row),
                  time(row, "settled_at")));
        }
      }
    }
    return relations;
  }

  private static List<OrderLedger.Happening> history(Connection connection, OrderNo orderNo)
      throws SQLException {
    List<OrderLedger.Happening> history = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(HISTORY)) {
      statement.setString(1, orderNo.text());
      statement.setString(2, orderNo.text());
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          history.add(
              new OrderLedger.Happening(
                  time(row, "at"),
                  OrderLedger.Happening.Kind.valueOf(row.getString("kind")),
                  row.getString("what"),
                  row.getString("reason"),
                  row.getString("by_whom"),
                  book(row)));
        }
      }
    }
    return history;
  }

  private static @Nullable BookVersion book(ResultSet row) throws SQLException {
    String book = row.getString("book_id");
    return book == null ? null : new BookVersion(BookId.of(book), row.getInt("book_version"));
  }

  private static Instant time(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
