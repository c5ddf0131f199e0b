package dev.duodang.database;

import dev.duodang.configuration.ExitCode;
import dev.duodang.configuration.StartRefused;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The right to write to the database, held by one server at a time.
 *
 * <p>Two guards. An advisory lock on a connection of its own tells a second server at once that it
 * is not alone. The epoch, raised by each server that takes the lease, is what every transaction of
 * the writer compares with the table: a server that lost its lease without noticing writes nothing.
 */
public final class Lease implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Lease.class);
  private static final long PAUSE_MILLIS = 200;

  static final String TRY_LOCK = "SELECT pg_try_advisory_lock(1146438479, 1)";

  static final String HOLDER =
      """
      SELECT coalesce(host(a.client_addr), 'local') || ', since ' ||
             to_char(a.backend_start AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS') || ' UTC'
      FROM pg_locks l JOIN pg_stat_activity a USING (pid)
      WHERE l.locktype = 'advisory' AND l.classid = 1146438479 AND l.objid = 1 AND l.granted
        AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
      """;

  static final String TAKE =
      "UPDATE writer_lease SET epoch = epoch + 1, taken_at = now() RETURNING epoch";

  private final Login owner;
  private final Connection connection;
  private long epoch;

  private Lease(Login owner, Connection connection) {
    this.owner = owner;
    this.connection = connection;
  }

  /**
   * Takes the lock, waiting for a server that is on its way out.
   *
   * @throws StartRefused if another server still holds it after that time
   */
  static Lease lock(Login owner, Duration wait) throws SQLException {
    Connection connection = owner.open("duodang lease");
    long deadline = System.nanoTime() + wait.toNanos();
    boolean told = false;
    while (!tryLock(connection)) {
      if (System.nanoTime() > deadline) {
        String holder = holder(connection);
        connection.close();
        throw new StartRefused(
            ExitCode.DATABASE,
            "Another Duodang server ("
                + holder
                + ") settles on this database. Only one may; stop that one first.");
      }
      if (!told) {
        LOG.info("Another server holds the database; waiting up to {} s", wait.toSeconds());
        told = true;
      }
      pause();
    }
    return new Lease(owner, connection);
  }

  /** After the migrations: raises the epoch, which shuts out whoever wrote before. */
  void take() throws SQLException {
    try (Connection fresh = owner.open("duodang lease");
        Statement statement = fresh.createStatement();
        ResultSet result = statement.executeQuery(TAKE)) {
      result.next();
      epoch = result.getLong(1);
    }
  }

  /** What the writer compares with the table in each of its transactions. */
  public long epoch() {
    return epoch;
  }

  private static boolean tryLock(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(TRY_LOCK)) {
      result.next();
      return result.getBoolean(1);
    }
  }

  private static String holder(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(HOLDER)) {
      return result.next() ? result.getString(1) : "unknown";
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartRefused(ExitCode.DATABASE, "The start was interrupted.", e);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      LOG.debug("The lease's connection was already gone", e);
    }
  }
}
