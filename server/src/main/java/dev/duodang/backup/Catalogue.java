package dev.duodang.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Asks a database which tables it has; every table of the schema is in a backup. */
final class Catalogue {

  /** The migrations' own table is made again by the migrations. */
  private static final String TABLES =
      """
      SELECT c.relname, a.attname
      FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
      WHERE c.relnamespace = 'duodang'::regnamespace AND c.relkind IN ('r', 'p')
        AND NOT c.relispartition AND c.relname <> 'flyway_schema_history'
        AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
      ORDER BY c.relname, a.attnum
      """;

  private static final String REFERENCES =
      """
      SELECT DISTINCT c.relname, r.relname
      FROM pg_constraint f JOIN pg_class c ON c.oid = f.conrelid JOIN pg_class r ON r.oid = f.confrelid
      WHERE f.contype = 'f' AND f.conparentid = 0 AND c.oid <> r.oid AND NOT c.relispartition
        AND c.relnamespace = 'duodang'::regnamespace
      ORDER BY 1, 2
      """;

  private static final String SEQUENCES =
      """
      SELECT sequencename, last_value FROM pg_sequences
      WHERE schemaname = 'duodang' AND last_value IS NOT NULL ORDER BY 1
      """;

  private static final String MIGRATIONS =
      """
      SELECT version, checksum FROM duodang.flyway_schema_history
      WHERE success AND version IS NOT NULL ORDER BY installed_rank
      """;

  private static final String MONTHS =
      """
      SELECT DISTINCT to_date(right(c.relname, 7), 'YYYY_MM')::text
      FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid JOIN pg_class p ON p.oid = i.inhparent
      WHERE p.relnamespace = 'duodang'::regnamespace AND p.relkind = 'p'
        AND p.relname IN (SELECT name FROM duodang.monthly_table)
      ORDER BY 1
      """;

  private Catalogue() {}

  /** Every table, each after those it refers to. */
  static List<Head.Table> tables(Connection connection) throws SQLException {
    Map<String, List<String>> columns = new TreeMap<>();
    each(
        connection,
        TABLES,
        row ->
            columns
                .computeIfAbsent(row.getString(1), _ -> new ArrayList<>())
                .add(row.getString(2)));
    Map<String, Set<String>> needed = new HashMap<>();
    each(
        connection,
        REFERENCES,
        row ->
            needed.computeIfAbsent(row.getString(1), _ -> new TreeSet<>()).add(row.getString(2)));
    return inOrder(columns.keySet(), needed).stream()
        .map(
            name ->
                new Head.Table(name, at(columns, name), at(columns, name).contains("tenant_id")))
        .toList();
  }

  private static List<String> at(Map<String, List<String>> columns, String name) {
    return columns.getOrDefault(name, List.of());
  }

  /**
   * The names in an order in which each comes after those it needs.
   *
   * @throws IllegalStateException if some need each other
   */
  static List<String> inOrder(Set<String> names, Map<String, Set<String>> needed) {
    Set<String> done = new LinkedHashSet<>();
    while (done.size() < names.size()) {
      List<String> ready =
          names.stream()
              .filter(name -> !done.contains(name))
              .filter(name -> done.containsAll(needed.getOrDefault(name, Set.of())))
              .toList();
      if (ready.isEmpty()) {
        throw new IllegalStateException("tables refer to each other in a circle: " + needed);
      }
      done.addAll(ready);
    }
    return List.copyOf(done);
  }

  static Map<String, Long> sequences(Connection connection) throws SQLException {
    Map<String, Long> sequences = new TreeMap<>();
    each(connection, SEQUENCES, row -> sequences.put(row.getString(1), row.getLong(2)));
    return sequences;
  }

  static List<Head.Migration> migrations(Connection connection) throws SQLException {
    List<Head.Migration> migrations = new ArrayList<>();
    each(
        connection,
        MIGRATIONS,
        row -> migrations.add(new Head.Migration(row.getString(1), row.getInt(2))));
    return migrations;
  }

  /** First days of all months that are here, in order. */
  static List<String> allMonths(Connection connection) throws SQLException {
    return strings(connection, MONTHS);
  }

  /** First days of the first and the last month. */
  static List<String> months(Connection connection) throws SQLException {
    List<String> months = allMonths(connection);
    return months.isEmpty() ? months : List.of(months.getFirst(), months.getLast());
  }

  /** When the transaction began, by the database's clock, as ISO 8601. */
  static String moment(Connection connection) throws SQLException {
    return strings(
            connection,
            "SELECT to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')")
        .getFirst();
  }

  /** The first column of each row. */
  static List<String> strings(Connection connection, String sql) throws SQLException {
    return rows(connection, sql, row -> row.getString(1));
  }

  /** What a row is read as. */
  @FunctionalInterface
  interface RowReading<T> {
    T of(ResultSet row) throws SQLException;
  }

  static <T> List<T> rows(Connection connection, String sql, RowReading<T> reading)
      throws SQLException {
    List<T> rows = new ArrayList<>();
    each(connection, sql, row -> rows.add(reading.of(row)));
    return rows;
  }

  /** What is done with a row. */
  @FunctionalInterface
  private interface RowWork {
    void with(ResultSet row) throws SQLException;
  }

  private static void each(Connection connection, String sql, RowWork work) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        work.with(row);
      }
    }
  }
}
