package dev.duodang.order;

import dev.duodang.identity.Scope;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sums from the rows that the writer keeps with each commit. */
final class JdbcSums {

  private static final String DAYS =
      """
      SELECT day, sum(orders) AS orders, sum(amount_minor) AS amount FROM rollup
      WHERE tenant_id = current_tenant() AND dimension = :dimension AND key = :key
        AND day >= :from AND day < :until
      GROUP BY day ORDER BY day
      """;

  /** A day's sum. */
  record Day(LocalDate date, long orders, long amountMinor) {}

  /** A sum under a key. */
  record Sum(String key, long orders, long amountMinor) {}

  List<Day> days(JdbcClient jdbc, String dimension, String key, LocalDate from, LocalDate until) {
    return jdbc.sql(DAYS)
        .param("dimension", dimension)
        .param("key", key)
        .param("from", from)
        .param("until", until)
        .query(
            (row, n) ->
                new Day(
                    row.getObject("day", LocalDate.class),
                    row.getLong("orders"),
                    row.getLong("amount")))
        .list();
  }

  List<Sum> by(JdbcClient jdbc, Scope scope, String by, LocalDate from, LocalDate until) {
    String column =
        switch (by) {
          case "region" -> "region";
          case "day" -> "day::text";
          default -> "key";
        };
    String dimension =
        switch (by) {
          case "engineer" -> "ENGINEER";
          case "partner" -> "PARTNER";
          default -> "ALL";
        };
    String sql =
        """
        SELECT %s AS key, sum(orders) AS orders, sum(amount_minor) AS amount FROM rollup
        WHERE tenant_id = current_tenant() AND dimension = :dimension
          AND day >= :from AND day < :until AND region LIKE ANY (:regions::text[])
        GROUP BY 1 HAVING sum(orders) <> 0 OR sum(amount_minor) <> 0
        ORDER BY 3 DESC, 1
        """
            .formatted(column);
    return jdbc.sql(sql)
        .param("dimension", dimension)
        .param("from", from)
        .param("until", until)
        .param("regions", regions(scope))
        .query(
            (row, n) -> new Sum(row.getString("key"), row.getLong("orders"), row.getLong("amount")))
        .list();
  }

  private static String[] regions(Scope scope) {
    return switch (scope) {
      case Scope.WholeTenant _ -> new String[] {"%"};
      case Scope.Regions own -> own.patterns();
      case Scope.Counterparties _, Scope.Self _ -> new String[0];
    };
  }
}
