package dev.duodang.database;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** One real PostgreSQL for all tests of a JVM; each caller gets databases of his own. */
public final class SharedCluster {

  private static final Path FOLDER = Path.of("target", "cluster-" + ProcessHandle.current().pid());
  private static final Path BINARIES = Path.of("target", "postgres-programs").toAbsolutePath();
  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final PostgresServer.Embedded SERVER = start();

  private SharedCluster() {}

  private static PostgresServer.Embedded start() {
    DataFolder data = DataFolder.take(FOLDER);
    PostgresServer.Embedded server =
        new PostgresServer.Embedded(EmbeddedPostgres.start(data, BINARIES), data);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  server.close();
                  data.close();
                  delete();
                }));
    try (Connection superuser = server.superuser().open("test")) {
      Roles.makeOwner(superuser, server.owner());
      run(superuser, "ALTER ROLE duodang_owner CREATEROLE");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return server;
  }

  private static void delete() {
    try {
      PostgresBinaries.deleteTree(FOLDER);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** An empty database. */
  public record Fresh(String url, String username, String password, String roles) {

    /** The settings that make a server use it. */
    public String[] settings() {
      return new String[] {
        "--duodang.database.url=" + url,
        "--duodang.database.username=" + username,
        "--duodang.database.password=" + password,
        "--duodang.database.roles=" + roles
      };
    }
  }

  public static Fresh fresh() {
    String name = "test_" + NUMBER.incrementAndGet();
    try (Connection superuser = SERVER.superuser().open("test")) {
      run(superuser, "CREATE DATABASE " + name + " OWNER duodang_owner");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    Login owner = SERVER.owner();
    return new Fresh(SERVER.postgres().url(name), owner.role(), owner.password(), name);
  }

  /** The folder that all tests unpack the programs of PostgreSQL into. */
  public static Path binaries() {
    return BINARIES;
  }

  /** A connection that sees everything, for looking behind the server. */
  public static Connection superuser(Fresh database) throws SQLException {
    return new Login(database.url(), EmbeddedPostgres.SUPERUSER, SERVER.superuser().password())
        .open("test");
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
