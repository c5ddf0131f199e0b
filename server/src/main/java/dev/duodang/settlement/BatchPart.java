package dev.duodang.settlement;

import java.sql.Connection;
import java.sql.SQLException;

/** Adds a module's rows to each batch of the writer, in the same transaction. */
public interface BatchPart {

  /** Writes what the changes mean for the module; many rows with few statements. */
  void write(Connection connection, Batch batch) throws SQLException;
}
