package dev.duodang.bench.load;

import dev.duodang.bench.ServerProcess;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What was used up to a moment.
 *
 * @param server processor seconds of the server
 * @param postgres processor seconds of all processes of PostgreSQL that run
 * @param sender processor seconds of this process
 * @param walBytes written ahead by PostgreSQL
 */
record Usage(double server, double postgres, double sender, long walBytes) {

  static Usage now(ServerProcess server, Database database) throws IOException, SQLException {
    ProcessHandle postmaster = database.process();
    try (Connection connection = database.open()) {
      return new Usage(
          seconds(server.handle()),
          Stream.concat(Stream.of(postmaster), postmaster.children())
              .mapToDouble(Usage::seconds)
              .sum(),
          seconds(ProcessHandle.current()),
          Long.parseLong(
              Database.one(
                  connection, "SELECT (pg_current_wal_lsn() - '0/0'::pg_lsn)::bigint::text")));
    }
  }

  private static double seconds(ProcessHandle process) {
    return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e9;
  }

  Usage since(Usage before) {
    return new Usage(
        server - before.server,
        postgres - before.postgres,
        sender - before.sender,
        walBytes - before.walBytes);
  }

  /** Microseconds of a processor and bytes for each of some orders. */
  String each(int orders) {
    return String.format(
        Locale.ROOT,
        "server %,.0f µs, PostgreSQL %,.0f µs, sender %,.0f µs of a core, %,.0f bytes of WAL",
        server * 1e6 / orders,
        postgres * 1e6 / orders,
        sender * 1e6 / orders,
        (double) walBytes / orders);
  }
}
