package dev.duodang.bench.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;

/** The PostgreSQL of a server's data folder, as its superuser. */
final class Database {

  private final Path data;

  Database(Path data) {
    this.data = data;
  }

  Connection open() throws IOException, SQLException {
    Properties login = new Properties();
    login.setProperty("user", "duodang_super");
    login.setProperty(
        "password", Files.readString(data.resolve("secrets/superuser.password")).strip());
    String port = postmaster().get(3).strip();
    return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/duodang", login);
  }

  /** The main process, the parent of all others. */
  ProcessHandle process() throws IOException {
    long pid = Long.parseLong(postmaster().getFirst().strip());
    return ProcessHandle.of(pid).orElseThrow(() -> new IOException("PostgreSQL has ended"));
  }

  private List<String> postmaster() throws IOException {
    return Files.readAllLines(data.resolve("postgres/cluster/postmaster.pid"));
  }

  /** The first column of the first row. */
  static String one(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }
}
