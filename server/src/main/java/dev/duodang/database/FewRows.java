package dev.duodang.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A statement with its rows as parameters, one array a column.
 *
 * @param sql says {@code %s} where the rows come from
 */
record FewRows(String sql, List<String> types, List<@Nullable Object[]> rows) implements Rows {

  @Override
  public void write(Connection connection) throws SQLException {
    write(connection, List.of(this));
  }

  /** Runs statements in their order and one round trip. */
  static void write(Connection connection, List<FewRows> together) throws SQLException {
    if (together.isEmpty()) {
      return;
    }
    String sql = together.stream().map(FewRows::statement).collect(Collectors.joining(";\n"));
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      int place = 1;
      for (FewRows few : together) {
        few.fill(connection, statement, place);
        place += few.types.size();
      }
      statement.execute();
    }
  }

  String statement() {
    return sql.formatted(
        types.stream()
            .map(type -> "?::" + type + "[]")
            .collect(Collectors.joining(", ", "unnest(", ")")));
  }

  /** Sets the parameters from a place on. */
  void fill(Connection connection, PreparedStatement statement, int place) throws SQLException {
    for (int column = 0; column < types.size(); column++) {
      @Nullable Object[] values = new Object[rows.size()];
      for (int row = 0; row < values.length; row++) {
        values[row] = BinaryCopy.checked(rows.get(row)[column]);
      }
      statement.setArray(place + column, connection.createArrayOf(types.get(column), values));
    }
  }
}
