package dev.duodang.settlement;

import dev.duodang.database.Columns;
import dev.duodang.pricing.book.Period;
import dev.duodang.pricing.book.Relation;
import dev.duodang.pricing.money.Currency;
import dev.duodang.pricing.money.Exact;
import dev.duodang.pricing.order.PartyId;
import dev.duodang.pricing.rating.Sides;
import dev.duodang.pricing.rating.Window;
import dev.duodang.pricing.rating.WindowKey;
import dev.duodang.pricing.rebate.OutsideKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads and changes what counters and rebates hold. */
final class JdbcWindows {

  private static final String COLUMNS =
      "w.relation, w.payer_id, w.payee_id, w.kind, w.name, w.period, w.from_day, w.currency,"
          + " w.count, w.quantity, w.minor";

  private static final String OF_KEYS =
      """
      SELECT %s FROM period_window w
      JOIN unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::date[],
                  ?::text[])
        AS k (relation, payer_id, payee_id, kind, name, period, from_day, currency)
        ON w.relation = k.relation AND w.payer_id = k.payer_id AND w.payee_id = k.payee_id
        AND w.kind = k.kind AND w.name = k.name AND w.period = k.period
        AND w.from_day = k.from_day AND w.currency = k.currency
      WHERE w.tenant_id = current_tenant()
      """
          .formatted(COLUMNS);

  private static final String REBATES =
      """
      SELECT %s FROM period_window w
      WHERE w.tenant_id = current_tenant() AND w.kind = 'REBATE'
        AND w.from_day BETWEEN ? - 366 AND ? AND w.count <> 0
        AND (?::text[] IS NULL OR w.payer_id = ANY (?::text[]) OR w.payee_id = ANY (?::text[]))
      ORDER BY w.relation, w.payee_id, w.payer_id, w.name, w.from_day
      """
          .formatted(COLUMNS);

  /** Those of a counterparty and period: its rebates, whichever measure they go by. */
  private static final String OF_PARTIES =
      """
      SELECT %s FROM period_window w
      JOIN unnest(?::text[], ?::text[], ?::date[]) AS k (party_id, period, from_day)
        ON w.period = k.period AND w.from_day = k.from_day
        AND k.party_id = CASE WHEN w.payee_id = '' THEN w.payer_id ELSE w.payee_id END
      WHERE w.tenant_id = current_tenant() AND w.kind = 'REBATE'
      """
          .formatted(COLUMNS);

  /** Only differences are written, so that what is there need not be known. */
  private static final String CHANGE =
      """
      INSERT INTO period_window AS w (tenant_id, relation, payer_id, payee_id, kind, name, period,
                                      from_day, currency, count, quantity, minor)
      SELECT (SELECT current_tenant()), r.* FROM %%s AS r
      ON CONFLICT (tenant_id, relation, payer_id, payee_id, kind, name, period, from_day, currency)
      DO UPDATE SET count = w.count + excluded.count, quantity = w.quantity + excluded.quantity,
        minor = w.minor + excluded.minor
      RETURNING %s
      """
          .formatted(COLUMNS);

  private JdbcWindows() {}

  /** The windows under these keys; one that holds nothing is empty. */
  static Map<WindowKey, Window> of(Connection connection, Collection<WindowKey> keys)
      throws SQLException {
    Map<WindowKey, Window> windows = new HashMap<>();
    keys.forEach(key -> windows.put(key, Window.EMPTY));
    if (windows.isEmpty()) {
      return windows;
    }
    List<WindowKey> asked = List.copyOf(windows.keySet());
    try (PreparedStatement statement = connection.prepareStatement(OF_KEYS)) {
      int place = 1;
      for (Function<WindowKey, Object> column : KEY) {
        Object[] values = asked.stream().map(key -> column.apply(key).toString()).toArray();
        statement.setArray(place++, connection.createArrayOf("text", values));
      }
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          windows.put(key(row), window(row));
        }
      }
    }
    return windows;
  }

  /**
   * The rebates of the periods that a day lies in.
   *
   * @param parties of whom; null for all
   */
  static Map<WindowKey, Window> rebates(
      Connection connection, LocalDate day, @Nullable Collection<PartyId> parties)
      throws SQLException {
    Map<WindowKey, Window> windows = new java.util.LinkedHashMap<>();
    try (PreparedStatement statement = connection.prepareStatement(REBATES)) {
      java.sql.Array ids =
          parties == null
              ? null
              : connection.createArrayOf(
                  "text", parties.stream().map(PartyId::text).toArray(String[]::new));
      statement.setObject(1, day);
      statement.setObject(2, day);
      statement.setArray(3, ids);
      statement.setArray(4, ids);
      statement.setArray(5, ids);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          WindowKey key = key(row);
          if (day.isBefore(key.until())) {
            windows.put(key, window(row));
          }
        }
      }
    }
    return windows;
  }

  /** The rebates of those of whom something was reported, in the periods that it is of. */
  static Map<WindowKey, Window> reported(Connection connection, Collection<OutsideKey> keys)
      throws SQLException {
    Map<WindowKey, Window> windows = new HashMap<>();
    if (keys.isEmpty()) {
      return windows;
    }
    List<Function<OutsideKey, Object>> columns =
        List.of(
            key -> key.party().text(),
            key -> key.period().period().name(),
            key -> key.period().from());
    try (PreparedStatement statement = connection.prepareStatement(OF_PARTIES)) {
      int place = 1;
      for (Function<OutsideKey, Object> column : columns) {
        Object[] values = keys.stream().map(key -> column.apply(key).toString()).toArray();
        statement.setArray(place++, connection.createArrayOf("text", values));
      }
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          windows.put(key(row), window(row));
        }
      }
    }
    return windows;
  }

  /**
   * Adds to windows.
   *
   * @return those under rebates, as they are afterwards
   */
  static Map<WindowKey, Window> change(Connection connection, Map<WindowKey, Window> changes)
      throws SQLException {
    Columns columns =
        new Columns(
            "period_window",
            "text",
            "text",
            "text",
            "text",
            "text",
            "text",
            "date",
            "text",
            "int8",
            "numeric",
            "int8");
    changes.forEach(
        (key, change) ->
            columns.add(
                key.relation().toString(),
                id(key.sides().payer()),
                id(key.sides().payee()),
                key.kind().name(),
                key.name(),
                key.period().name(),
                key.from(),
                key.currency().code(),
                change.count(),
                change.quantity().toBigDecimal(),
                change.minor()));
    Map<WindowKey, Window> rebates = new HashMap<>();
    columns.query(
        connection,
        CHANGE,
        row -> {
          WindowKey key = key(row);
          if (key.kind() == WindowKey.Kind.REBATE) {
            rebates.put(key, window(row));
          }
        });
    return rebates;
  }

  /** The columns of a key, in the order of the statements. */
  private static final List<Function<WindowKey, Object>> KEY =
      List.of(
          WindowKey::relation,
          key -> id(key.sides().payer()),
          key -> id(key.sides().payee()),
          WindowKey::kind,
          WindowKey::name,
          WindowKey::period,
          WindowKey::from,
          WindowKey::currency);

  private static String id(@Nullable PartyId party) {
    return party == null ? "" : party.text();
  }

  private static @Nullable PartyId party(String text) {
    return text.isEmpty() ? null : PartyId.of(text);
  }

  private static WindowKey key(ResultSet row) throws SQLException {
    return new WindowKey(
        Relation.parse(row.getString("relation")),
        new Sides(party(row.getString("payer_id")), party(row.getString("payee_id"))),
        WindowKey.Kind.valueOf(row.getString("kind")),
        row.getString("name"),
        Period.valueOf(row.getString("period")),
        row.getObject("from_day", LocalDate.class),
        Currency.of(row.getString("currency")));
  }

  private static Window window(ResultSet row) throws SQLException {
    return new Window(
        row.getLong("count"), Exact.of(row.getBigDecimal("quantity")), row.getLong("minor"));
  }
}
