package dev.duodang.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Rows that are ready to be written; made without the database. */
@FunctionalInterface
public interface Rows {

  /** Nothing to write. */
  Rows NONE = _ -> {};

  /** Writes them in the transaction of the connection. */
  void write(Connection connection) throws SQLException;

  /** Writes all in their order; those that are few and follow each other in one round trip. */
  static void writeAll(Connection connection, List<Rows> all) throws SQLException {
    List<FewRows> together = new ArrayList<>();
    for (Rows rows : all) {
      if (rows instanceof FewRows few) {
        together.add(few);
      } else if (!rows.equals(NONE)) {
        FewRows.write(connection, together);
        together.clear();
        rows.write(connection);
      }
    }
    FewRows.write(connection, together);
  }
}
