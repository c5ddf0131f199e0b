package dev.duodang.database;

import java.sql.Connection;
import java.sql.SQLException;

/** Opens connections of the role that inserts what may never be changed, outside any pool. */
public final class WriterConnections {

  private final Login writer;

  WriterConnections(Login writer) {
    this.writer = writer;
  }

  /** A new connection; the caller keeps it and closes it. */
  public Connection open(String name) throws SQLException {
    Connection connection = writer.open(name);
    connection.setAutoCommit(false);
    return connection;
  }
}
