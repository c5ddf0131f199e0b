package dev.duodang.board;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sums and events; the regions a reader may see are part of every statement. */
final class JdbcBoard {

  private static final String ROLLUP =
      """
      SELECT hour, region, dimension, key, sum(orders) AS orders, sum(amount_minor) AS amount,
             sum(income_minor) AS income
      FROM rollup
      WHERE tenant_id = current_tenant() AND day = :day AND region LIKE ANY (:regions::text[])%s
      GROUP BY hour, region, dimension, key
      """;

  private static final String EVERY_SUM = ROLLUP.formatted("");
  private static final String WHOLE_SUMS = ROLLUP.formatted(" AND dimension = 'ALL'");

  private static final String HELD =
      """
      SELECT coalesce(w.region, '') AS region, r.reason, count(*) AS count
      FROM work_order w, unnest(w.hold_reasons) AS r (reason)
      WHERE w.tenant_id = current_tenant() AND w.state = 'ON_HOLD'
        AND coalesce(w.region, '') LIKE ANY (:regions::text[])
      GROUP BY 1, 2
      """;

  private static final String OPEN =
      """
      SELECT count(*) AS open, count(*) FILTER (WHERE w.finish_due < :now) AS late
      FROM work_order w
      WHERE w.tenant_id = current_tenant() AND w.status = 'OPEN'
        AND coalesce(w.region, '') LIKE ANY (:regions::text[])
      """;

  private static final String EVENTS =
      """
      SELECT w.changed_at, w.order_no, w.region, w.tier_name, w.state, w.hold_reasons,
             w.cost_minor, w.currency, w.handlers, w.counterparty_id, w.created_at, w.completed_at
      FROM work_order w
      WHERE w.tenant_id = current_tenant() AND w.changed_at > :since
        AND coalesce(w.region, '') LIKE ANY (:regions::text[])
      ORDER BY w.changed_at DESC, w.order_no DESC LIMIT :limit
      """;

  /** A sum of the day. */
  record Sum(
      int hour,
      String region,
      String dimension,
      String key,
      long orders,
      long amount,
      long income) {}

  /** Orders that wait. */
  record Held(String region, String reason, long count) {}

  /** Orders that are not done. */
  record Open(long open, long late) {}

  /** An order that changed. */
  record Event(
      Instant at,
      String orderNo,
      @Nullable String region,
      @Nullable String tierName,
      String state,
      List<String> holds,
      long costMinor,
      String currency,
      List<String> handlers,
      @Nullable String counterparty,
      @Nullable Instant createdAt,
      @Nullable Instant completedAt) {}

  /** The sums of a day, by party and tier too. */
  List<Sum> sums(JdbcClient jdbc, LocalDate day, String[] regions) {
    return sums(jdbc, EVERY_SUM, day, regions);
  }

  /** The sums of a day by hour and region alone: a row for each, however many parties there are. */
  List<Sum> wholeSums(JdbcClient jdbc, LocalDate day, String[] regions) {
    return sums(jdbc, WHOLE_SUMS, day, regions);
  }

  private static List<Sum> sums(JdbcClient jdbc, String sql, LocalDate day, String[] regions) {
    return jdbc.sql(sql)
        .param("day", day)
        .param("regions", regions)
        .query(
            (row, n) ->
                new Sum(
                    row.getInt("hour"),
                    row.getString("region"),
                    row.getString("dimension"),
                    row.getString("key"),
                    row.getLong("orders"),
                    row.getLong("amount"),
                    row.getLong("income")))
        .list();
  }

  List<Held> held(JdbcClient jdbc, String[] regions) {
    return jdbc.sql(HELD)
        .param("regions", regions)
        .query(
            (row, n) ->
                new Held(row.getString("region"), row.getString("reason"), row.getLong("count")))
        .list();
  }

  Open open(JdbcClient jdbc, Instant now, String[] regions) {
    return jdbc.sql(OPEN)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("regions", regions)
        .query((row, n) -> new Open(row.getLong("open"), row.getLong("late")))
        .single();
  }

  /** The latest changes, newest first. */
  List<Event> events(JdbcClient jdbc, Instant since, String[] regions, int limit) {
    return jdbc.sql(EVENTS)
        .param("since", since.atOffset(ZoneOffset.UTC))
        .param("regions", regions)
        .param("limit", limit)
        .query((row, n) -> event(row))
        .list();
  }

  private static Event event(ResultSet row) throws SQLException {
    return new Event(
        row.getObject("changed_at", OffsetDateTime.class).toInstant(),
        row.getString("order_no"),
        row.getString("region"),
        row.getString("tier_name"),
        row.getString("state"),
        List.of((String[]) row.getArray("hold_reasons").getArray()),
        row.getLong("cost_minor"),
        row.getString("currency"),
        List.of((String[]) row.getArray("handlers").getArray()),
        row.getString("counterparty_id"),
        time(row, "created_at"),
        time(row, "completed_at"));
  }

  private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
