package dev.duodang.database;

import dev.duodang.configuration.ExitCode;
import dev.duodang.configuration.StartRefused;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;

/**
 * Makes the roles of the application on the server.
 *
 * <p>The owner owns the tables and runs the migrations. The application role reads everything of
 * its tenant and owns nothing. The writer role inserts what may never be changed. Passwords are set
 * anew at each start from the data folder and never travel in clear text.
 *
 * @param application name of the application role
 * @param writer name of the writer role
 */
record Roles(String application, String writer) {

  private static final String ATTRIBUTES =
      " LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS INHERIT";

  static Roles named(String prefix) {
    if (!prefix.matches("[a-z][a-z0-9_]{0,40}")) {
      throw new StartRefused(
          ExitCode.SETTINGS,
          "duodang.database.roles is \""
              + prefix
              + "\"; allowed are lower-case letters, digits and _, starting with a letter");
    }
    return new Roles(prefix + "_application", prefix + "_writer");
  }

  /** On the embedded server: the owner and his database. */
  static void makeOwner(Connection superuser, Login owner) throws SQLException {
    ensure(superuser, owner.role(), owner.password());
    if (!exists(superuser, "SELECT 1 FROM pg_database WHERE datname = ?", "duodang")) {
      run(superuser, "CREATE DATABASE duodang OWNER " + owner.role());
    }
    run(superuser, "REVOKE ALL ON DATABASE duodang FROM PUBLIC");
  }

  /** On any server: the two roles that serve. */
  void make(Connection administrator, DataFolder data) throws SQLException {
    try {
      ensure(administrator, application, data.password("application"));
      ensure(administrator, writer, data.password("writer"));
    } catch (SQLException e) {
      throw new StartRefused(
          ExitCode.DATABASE,
          "The roles \"%s\" and \"%s\" cannot be made: %s. The role in duodang.database.url needs CREATEROLE."
              .formatted(application, writer, e.getMessage()),
          e);
    }
    String database = administrator.getCatalog();
    run(
        administrator,
        "GRANT CONNECT ON DATABASE \"%s\" TO %s, %s".formatted(database, application, writer));
    run(administrator, "GRANT TEMPORARY ON DATABASE \"%s\" TO %s".formatted(database, writer));
  }

  private static void ensure(Connection connection, String role, String password)
      throws SQLException {
    boolean there = exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", role);
    if (!there) {
      run(connection, "CREATE ROLE " + role + ATTRIBUTES);
    }
    connection
        .unwrap(PGConnection.class)
        .alterUserPassword(role, password.toCharArray(), "scram-sha-256");
  }

  private static boolean exists(Connection connection, String sql, String name)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, name);
      try (ResultSet result = statement.executeQuery()) {
        return result.next();
      }
    }
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
