package dev.duodang.database;

import dev.duodang.configuration.ExitCode;
import dev.duodang.configuration.StartRefused;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Asks the running server whether a commit is on the disk when it returns. */
final class Durability {

  private static final int OLDEST_VERSION = 180_000;

  private static final Map<String, Set<String>> ALLOWED =
      new TreeMap<>(
          Map.of(
              "fsync", Set.of("on"),
              "full_page_writes", Set.of("on"),
              "synchronous_commit", Set.of("on", "local", "remote_write", "remote_apply")));

  private Durability() {}

  /**
   * Refuses a server on which an acknowledged settlement could be lost.
   *
   * @throws StartRefused naming each setting, its value and what is allowed
   */
  static void require(Connection connection) throws SQLException {
    for (Map.Entry<String, Set<String>> setting : ALLOWED.entrySet()) {
      String value = show(connection, setting.getKey());
      if (!setting.getValue().contains(value)) {
        throw new StartRefused(
            ExitCode.DATABASE,
            "The database runs with %s = \"%s\": an acknowledged settlement could be lost. Allowed is %s."
                .formatted(setting.getKey(), value, String.join(", ", setting.getValue())));
      }
    }
    int version = Integer.parseInt(show(connection, "server_version_num"));
    if (version < OLDEST_VERSION) {
      throw new StartRefused(
          ExitCode.DATABASE,
          "The database is PostgreSQL \"%s\"; 18 or newer is needed."
              .formatted(show(connection, "server_version")));
    }
  }

  private static String show(Connection connection, String setting) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("SHOW " + setting)) {
      result.next();
      return result.getString(1);
    }
  }
}
