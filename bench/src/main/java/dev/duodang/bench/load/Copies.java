package dev.duodang.bench.load;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/**
 * Makes orders that were really settled many: each copy has a number of its own and otherwise the
 * rows of its original, and sums of accounts and boards grow by as much. Written by the database
 * itself, as its superuser. What counters and rebates hold is left as it is.
 */
final class Copies {

  private static final int COPIES_A_COMMIT = 5;

  private final Database database;
  private final String prefix;
  private int made;

  /**
   * Copies of the orders whose numbers begin with this prefix; no other may be settled yet.
   *
   * @param prefix one letter
   */
  Copies(Database database, String prefix) throws IOException, SQLException {
    this.database = database;
    this.prefix = prefix;
    try (Connection connection = database.open();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE SCHEMA growth");
      statement.execute("CREATE TABLE growth.account_day AS TABLE duodang.account_day");
      statement.execute("CREATE TABLE growth.rollup AS TABLE duodang.rollup");
    }
  }

  /** Copies until there are as many, and leaves the tables as a night's vacuum would. */
  void fill(int copies) throws IOException, SQLException {
    try (Connection connection = database.open();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      while (made < copies) {
        int last = Math.min(copies, made + COPIES_A_COMMIT);
        for (Map.Entry<String, String> table : CopySpeed.TABLES.entrySet()) {
          statement.executeUpdate(copy(connection, table.getKey(), table.getValue(), last));
        }
        statement.executeUpdate(accounts(last - made));
        statement.executeUpdate(board(last - made));
        connection.commit();
        made = last;
      }
      connection.setAutoCommit(true);
      statement.execute("VACUUM ANALYZE");
      statement.execute("CHECKPOINT");
    }
  }

  private String copy(Connection connection, String table, String number, int last)
      throws SQLException {
    String columns =
        Database.one(
            connection,
            """
      SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) FROM pg_attribute
      WHERE attrelid = 'duodang.%s'::regclass AND attnum > 0 AND NOT attisdropped
      """
                .formatted(table));
    String fresh = "'M' || lpad(g.k::text, 6, '0') || substr(t.%s, 2)".formatted(number);
    StringBuilder values = new StringBuilder();
    for (String column : columns.split(", ", -1)) {
      values.append(values.isEmpty() ? "" : ", ");
      if (column.equals(number)) {
        values.append(fresh);
      } else if (column.equals("facts")) {
        values.append("replace(t.facts, t.%s, %s)".formatted(number, fresh));
      } else {
        values.append("t.").append(column);
      }
    }
    return """
      INSERT INTO duodang.%s (%s)
      SELECT %s FROM duodang.%s t, generate_series(%d, %d) AS g (k)
      WHERE t.%s >= '%s' AND t.%s < '%s~' ORDER BY g.k, t.%s
      """
        .formatted(
            table, columns, values, table, made + 1, last, number, prefix, number, prefix, number);
  }

  private static String accounts(int more) {
    return """
      UPDATE duodang.account_day d SET debit_minor = d.debit_minor + %1$d * b.debit_minor,
        credit_minor = d.credit_minor + %1$d * b.credit_minor
      FROM growth.account_day b
      WHERE (d.tenant_id, d.entity, d.account, d.party, d.currency, d.posted_on, d.happened_on, d.shard)
        = (b.tenant_id, b.entity, b.account, b.party, b.currency, b.posted_on, b.happened_on, b.shard)
      """
        .formatted(more);
  }

  private static String board(int more) {
    return """
      UPDATE duodang.rollup r SET orders = r.orders + %1$d * b.orders,
        amount_minor = r.amount_minor + %1$d * b.amount_minor,
        income_minor = r.income_minor + %1$d * b.income_minor
      FROM growth.rollup b
      WHERE (r.tenant_id, r.day, r.dimension, r.hour, r.region, r.key, r.shard)
        = (b.tenant_id, b.day, b.dimension, b.hour, b.region, b.key, b.shard)
      """
        .formatted(more);
  }
}
