package dev.duodang.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows on their way into the database as one array a column, for statements that {@code unnest}
 * them: one round trip however many rows.
 */
public final class Columns {

  private final String[] types;
  private final List<@Nullable Object[]> rows = new ArrayList<>();

  /** Columns of these types of PostgreSQL, in the order of the statement's parameters. */
  public Columns(String... types) {
    this.types = types.clone();
  }

  /** Adds a row; one value a column. */
  public void add(@Nullable Object... values) {
    if (values.length != types.length) {
      throw new IllegalArgumentException(
          values.length + " values for " + types.length + " columns");
    }
    rows.add(values);
  }

  /** Runs the statement with all rows; nothing when there are none. */
  public void run(Connection connection, String sql) throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      fill(connection, statement);
      statement.executeUpdate();
    }
  }

  /** Runs the statement with all rows and hands over each row that it returns. */
  public void query(Connection connection, String sql, RowReader reader) throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      fill(connection, statement);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          reader.read(row);
        }
      }
    }
  }

  /** Takes the row that a result stands at. */
  @FunctionalInterface
  public interface RowReader {
    void read(ResultSet row) throws SQLException;
  }

  private void fill(Connection connection, PreparedStatement statement) throws SQLException {
    for (int column = 0; column < types.length; column++) {
      Object[] values = new Object[rows.size()];
      for (int row = 0; row < values.length; row++) {
        values[row] = rows.get(row)[column];
      }
      statement.setArray(column + 1, connection.createArrayOf(types[column], values));
    }
  }
}
