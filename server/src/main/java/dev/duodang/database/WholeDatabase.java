package dev.duodang.database;

import dev.duodang.configuration.DuodangSettings;
import dev.duodang.configuration.ExitCode;
import dev.duodang.configuration.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The database with all its tenants, for who keeps it rather than works with it: there already, its
 * server running or not, or new and to be filled.
 */
public final class WholeDatabase implements AutoCloseable {

  private static final int ATTEMPTS = 40;
  private static final long PAUSE_MILLIS = 500;

  /** Something to be closed that fails only with a refusal. */
  private interface Part extends AutoCloseable {
    @Override
    void close();
  }

  private final Login reader;
  private final Login owner;
  private final Roles roles;
  private final Path files;
  private final List<Part> parts;

  private WholeDatabase(Login reader, Login owner, Roles roles, Path files, List<Part> parts) {
    this.reader = reader;
    this.owner = owner;
    this.roles = roles;
    this.files = files;
    this.parts = parts;
  }

  /**
   * The one that the settings speak of. An embedded one whose server does not run is started, and
   * stopped by {@link #close}.
   *
   * @throws StartRefused if there is none
   */
  public static WholeDatabase standing(DuodangSettings settings) {
    Roles roles = Roles.named(settings.database().roles());
    Path root = settings.data().toAbsolutePath().normalize();
    String url = settings.database().url();
    if (url != null) {
      Login owner = PostgresServer.External.of(url, settings.database()).owner();
      return new WholeDatabase(owner, owner, roles, root, List.of());
    }
    if (!Files.isDirectory(root)) {
      throw none(root);
    }
    DataFolder data = DataFolder.takeIfFree(root).orElse(null);
    return data == null ? running(root, roles) : resting(settings, data, roles);
  }

  private static StartRefused none(Path root) {
    return new StartRefused(
        ExitCode.DATABASE,
        "The folder \""
            + root
            + "\" holds no database of Duodang. Name the right one with --data.");
  }

  private static WholeDatabase resting(DuodangSettings settings, DataFolder data, Roles roles) {
    if (!Files.exists(data.root().resolve("postgres/cluster/PG_VERSION"))) {
      data.close();
      throw none(data.root());
    }
    PostgresServer.Embedded server = PostgresServer.embedded(settings, data);
    return new WholeDatabase(
        server.administrator(),
        server.owner(),
        roles,
        data.root(),
        List.of(server::close, data::close));
  }

  /** Another process has the folder; its PostgreSQL may just be starting. */
  private static WholeDatabase running(Path root, Roles roles) {
    String failure = "";
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      try {
        Login superuser = superuser(root);
        superuser.open("duodang backup").close();
        return new WholeDatabase(superuser, superuser, roles, root, List.of());
      } catch (IOException | SQLException e) {
        failure = String.valueOf(e.getMessage());
      }
      pause();
    }
    throw new StartRefused(
        ExitCode.DATABASE,
        "The PostgreSQL of the server that runs on \"" + root + "\" does not answer: " + failure);
  }

  private static Login superuser(Path root) throws IOException {
    List<String> lines = Files.readAllLines(root.resolve("postgres/cluster/postmaster.pid"));
    if (lines.size() < PORT_LINE) {
      throw new IOException("it is starting");
    }
    return new Login(
        "jdbc:postgresql://127.0.0.1:" + lines.get(PORT_LINE - 1).strip() + "/duodang",
        EmbeddedPostgres.SUPERUSER,
        Files.readString(root.resolve("secrets/superuser.password")));
  }

  /** The line of PostgreSQL's own file that tells its port. */
  private static final int PORT_LINE = 4;

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartRefused(ExitCode.DATABASE, "It was interrupted.", e);
    }
  }

  /**
   * A new one without tables, in an embedded PostgreSQL of its own or in the empty database that
   * the settings name. It is nobody's until it is adopted.
   *
   * @param data the folder of the embedded one; null for one that the settings name
   * @throws StartRefused if the named one has tenants or a server runs on it
   */
  static WholeDatabase empty(DuodangSettings settings, @Nullable DataFolder data, Path files)
      throws SQLException {
    Roles roles = Roles.named(settings.database().roles());
    if (data != null) {
      PostgresServer.Embedded server = PostgresServer.embedded(settings, data);
      try (Connection superuser = server.superuser().open("duodang restore")) {
        Roles.makeOwner(superuser, server.owner());
      }
      try (Connection administrator = server.administrator().open("duodang restore")) {
        roles.make(administrator, data);
      }
      return new WholeDatabase(
          server.owner(), server.owner(), roles, files, List.of(server::close));
    }
    Login owner =
        PostgresServer.External.of(String.valueOf(settings.database().url()), settings.database())
            .owner();
    Lease lease = Lease.lock(owner, Duration.ZERO);
    try (Connection connection = owner.open("duodang restore")) {
      Durability.require(connection);
      requireEmpty(connection, owner);
      try (DataFolder passwords = DataFolder.take(settings.data())) {
        roles.make(connection, passwords);
      }
    } catch (SQLException | StartRefused e) {
      lease.close();
      throw e;
    }
    return new WholeDatabase(owner, owner, roles, files, List.of(lease::close));
  }

  private static void requireEmpty(Connection connection, Login owner) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      try (ResultSet row = statement.executeQuery("SELECT to_regclass('duodang.tenant')")) {
        row.next();
        if (row.getString(1) == null) {
          return;
        }
      }
      statement.execute("SET duodang.directory = 'on'");
      try (ResultSet row = statement.executeQuery("SELECT count(*) FROM duodang.tenant")) {
        row.next();
        if (row.getLong(1) != 0) {
          throw new StartRefused(
              ExitCode.DATA_PRESENT,
              "The database ("
                  + owner
                  + ") holds data already ("
                  + row.getLong(1)
                  + " companies). Nothing was changed. Make an empty database and name that one.");
        }
      }
    }
  }

  /** Where files beside the database lie: {@code imports} and the like. */
  public Path files() {
    return files;
  }

  /** A connection that may read everything, of each tenant in turn or of all at once. */
  public Connection read() throws SQLException {
    return reader.open("duodang backup");
  }

  /** A connection of who owns the tables. */
  public Connection own() throws SQLException {
    return owner.open("duodang restore");
  }

  /** Makes the tables of this version of the schema, such as {@code 012}. */
  public void migrateTo(String version) {
    Migrations.run(owner, roles, version);
  }

  /** Brings the tables to what this program needs. */
  public void migrate() {
    Migrations.run(owner, roles);
  }

  @Override
  public void close() {
    parts.forEach(Part::close);
  }
}
