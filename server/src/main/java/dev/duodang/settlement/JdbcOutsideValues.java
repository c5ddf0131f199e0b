package dev.duodang.settlement;

import dev.duodang.database.Columns;
import dev.duodang.database.Rows;
import dev.duodang.pricing.book.Period;
import dev.duodang.pricing.money.Exact;
import dev.duodang.pricing.order.MeasureName;
import dev.duodang.pricing.order.PartyId;
import dev.duodang.pricing.rebate.OutsideKey;
import dev.duodang.pricing.rebate.OutsideValue;
import dev.duodang.pricing.rebate.ReportedPeriod;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads and adds what is reported of outside measures. */
final class JdbcOutsideValues {

  private static final String COLUMNS =
      "v.measure, v.party_id, v.period, v.from_day, v.revision, v.value, v.reason, v.by_whom,"
          + " v.reported_at";

  /** Of each key the revision that counts. */
  private static final String OF_KEYS =
      """
      SELECT DISTINCT ON (v.measure, v.party_id, v.period, v.from_day) %s FROM outside_value v
      JOIN unnest(?::text[], ?::text[], ?::text[], ?::date[])
        AS k (measure, party_id, period, from_day)
        ON v.measure = k.measure AND v.party_id = k.party_id AND v.period = k.period
        AND v.from_day = k.from_day
      WHERE v.tenant_id = current_tenant()
      ORDER BY v.measure, v.party_id, v.period, v.from_day, v.revision DESC
      """
          .formatted(COLUMNS);

  private static final String COUNTING =
      """
      SELECT DISTINCT ON (v.measure, v.party_id, v.period, v.from_day) %s FROM outside_value v
      WHERE v.tenant_id = current_tenant()
        AND (?::text[] IS NULL OR v.party_id = ANY (?::text[]))
      ORDER BY v.measure, v.party_id, v.period, v.from_day, v.revision DESC
      """
          .formatted(COLUMNS);

  private static final String HISTORY =
      """
      SELECT %s FROM outside_value v
      WHERE v.tenant_id = current_tenant() AND v.measure = ? AND v.party_id = ?
      ORDER BY v.from_day DESC, v.period, v.revision DESC
      """
          .formatted(COLUMNS);

  private static final String INSERT =
      """
      INSERT INTO outside_value (tenant_id, measure, party_id, period, from_day, revision, value,
                                 reason, by_whom, reported_at)
      SELECT (SELECT current_tenant()), r.* FROM %s AS r
      """;

  private static final List<Function<OutsideKey, Object>> KEY =
      List.of(
          key -> key.measure().text(),
          key -> key.party().text(),
          key -> key.period().period().name(),
          key -> key.period().from());

  private JdbcOutsideValues() {}

  /** What counts under these keys; nothing where nothing is reported. */
  static Map<OutsideKey, OutsideValue> of(Connection connection, Collection<OutsideKey> keys)
      throws SQLException {
    Map<OutsideKey, OutsideValue> values = new HashMap<>();
    if (keys.isEmpty()) {
      return values;
    }
    try (PreparedStatement statement = connection.prepareStatement(OF_KEYS)) {
      int place = 1;
      for (Function<OutsideKey, Object> column : KEY) {
        Object[] texts = keys.stream().map(key -> column.apply(key).toString()).toArray();
        statement.setArray(place++, connection.createArrayOf("text", texts));
      }
      for (ReportedValue one : all(statement)) {
        values.put(one.value().key(), one.value());
      }
    }
    return values;
  }

  /**
   * All that counts.
   *
   * @param parties of whom; null for everybody
   */
  static List<ReportedValue> counting(Connection connection, @Nullable Collection<PartyId> parties)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(COUNTING)) {
      java.sql.Array ids =
          parties == null
              ? null
              : connection.createArrayOf("text", parties.stream().map(PartyId::text).toArray());
      statement.setArray(1, ids);
      statement.setArray(2, ids);
      return all(statement);
    }
  }

  /** All revisions of one measure and counterparty, the latest period and revision first. */
  static List<ReportedValue> history(Connection connection, MeasureName measure, PartyId party)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(HISTORY)) {
      statement.setString(1, measure.text());
      statement.setString(2, party.text());
      return all(statement);
    }
  }

  static Rows ready(Collection<ReportedValue> values) {
    Columns columns =
        new Columns(
            "outside_value",
            "text",
            "text",
            "text",
            "date",
            "int8",
            "numeric",
            "text",
            "text",
            "timestamptz");
    for (ReportedValue one : values) {
      OutsideKey key = one.value().key();
      columns.add(
          key.measure().text(),
          key.party().text(),
          key.period().period().name(),
          key.period().from(),
          one.value().revision(),
          one.value().value().toBigDecimal(),
          one.reason(),
          one.by(),
          one.at());
    }
    return columns.ready(INSERT);
  }

  private static List<ReportedValue> all(PreparedStatement statement) throws SQLException {
    List<ReportedValue> all = new ArrayList<>();
    try (ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        all.add(value(row));
      }
    }
    return all;
  }

  private static ReportedValue value(ResultSet row) throws SQLException {
    OutsideKey key =
        new OutsideKey(
            MeasureName.of(row.getString("measure")),
            PartyId.of(row.getString("party_id")),
            new ReportedPeriod(
                Period.valueOf(row.getString("period")),
                row.getObject("from_day", LocalDate.class)));
    return new ReportedValue(
        new OutsideValue(key, row.getLong("revision"), Exact.of(row.getBigDecimal("value"))),
        row.getString("reason"),
        row.getString("by_whom"),
        row.getObject("reported_at", OffsetDateTime.class).toInstant());
  }
}
