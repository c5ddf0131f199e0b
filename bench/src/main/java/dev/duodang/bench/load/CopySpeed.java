package dev.duodang.bench.load;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * How fast the database alone takes the rows that the server wrote: plain COPY into tables of the
 * same columns, indexes and partitions, on one connection, as the owner and without row-level
 * security, as many orders a commit as the server's largest batch.
 */
final class CopySpeed {

  private static final int ORDERS_A_COMMIT = 2_000;

  /** The tables that grow with each order, and what names the order. */
  static final Map<String, String> TABLES = new LinkedHashMap<>();

  static {
    TABLES.put("order_key", "order_no");
    TABLES.put("order_revision", "order_no");
    TABLES.put("settlement", "order_no");
    TABLES.put("line", "order_no");
    TABLES.put("work_order", "order_no");
    TABLES.put("ledger_entry", "document");
  }

  private final Database database;

  CopySpeed(Database database) {
    this.database = database;
  }

  /** What was copied, and how long the database took. */
  record Copied(int orders, long rows, long bytes, double seconds) {
    double ordersPerSecond() {
      return orders / seconds;
    }
  }

  /** Copies the first orders by number. */
  Copied run(int orders) throws IOException, SQLException {
    try (Connection connection = database.open()) {
      String last =
          Database.one(
              connection,
              "SELECT order_no FROM duodang.order_key ORDER BY 1 OFFSET "
                  + (orders - 1)
                  + " LIMIT 1");
      make(connection);
      connection.setAutoCommit(false);
      CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
      List<Map<String, byte[]>> commits = read(connection, copy, orders, last);
      connection.commit();
      long rows = 0;
      long bytes = 0;
      long start = System.nanoTime();
      for (Map<String, byte[]> commit : commits) {
        for (Map.Entry<String, byte[]> table : commit.entrySet()) {
          rows +=
              copy.copyIn(
                  "COPY copied." + table.getKey() + " FROM STDIN",
                  new java.io.ByteArrayInputStream(table.getValue()));
          bytes += table.getValue().length;
        }
        connection.commit();
      }
      return new Copied(orders, rows, bytes, (System.nanoTime() - start) / 1e9);
    }
  }

  private static void make(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE SCHEMA copied");
      for (String table : TABLES.keySet()) {
        boolean parted =
            Database.one(
                    connection,
                    "SELECT relkind FROM pg_class WHERE oid = 'duodang." + table + "'::regclass")
                .equals("p");
        statement.execute(
            "CREATE TABLE copied.%s (LIKE duodang.%s INCLUDING ALL)%s"
                .formatted(table, table, parted ? " PARTITION BY RANGE (month)" : ""));
        if (parted) {
          statement.execute(
              "CREATE TABLE copied.%s_all PARTITION OF copied.%s DEFAULT".formatted(table, table));
        }
      }
    }
  }

  /** The rows as text, in parts of as many orders as a commit has. */
  private static List<Map<String, byte[]>> read(
      Connection connection, CopyManager copy, int orders, String last)
      throws SQLException, IOException {
    List<Map<String, byte[]>> commits = new ArrayList<>();
    String from = "";
    for (int at = ORDERS_A_COMMIT; at <= orders; at += ORDERS_A_COMMIT) {
      String until =
          at == orders
              ? last
              : Database.one(
                  connection,
                  "SELECT order_no FROM duodang.order_key ORDER BY 1 OFFSET "
                      + (at - 1)
                      + " LIMIT 1");
      Map<String, byte[]> commit = new LinkedHashMap<>();
      for (Map.Entry<String, String> table : TABLES.entrySet()) {
        ByteArrayOutputStream rows = new ByteArrayOutputStream();
        copy.copyOut(
            "COPY (SELECT * FROM duodang.%s WHERE %s > '%s' AND %s <= '%s') TO STDOUT"
                .formatted(table.getKey(), table.getValue(), from, table.getValue(), until),
            rows);
        commit.put(table.getKey(), rows.toByteArray());
      }
      commits.add(commit);
      from = until;
    }
    return commits;
  }
}
