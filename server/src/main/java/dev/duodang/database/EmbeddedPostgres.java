package dev.duodang.database;

import dev.duodang.configuration.ExitCode;
import dev.duodang.configuration.StartRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A durable PostgreSQL of our own under the data folder, on a free port of 127.0.0.1.
 *
 * <p>{@code pg_ctl} puts it into a session of its own, so Ctrl-C does not reach it before the
 * server has drained. One left behind by a killed server is stopped before an own one is started.
 * One that dies while the server runs is started again on the same port.
 */
final class EmbeddedPostgres implements AutoCloseable {

  static final String SUPERUSER = "duodang_super";

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
  private static final int START_ATTEMPTS = 20;
  private static final long PAUSE_MILLIS = 250;
  private static final long LONGEST_PAUSE_MILLIS = 5_000;
  private static final int ATTEMPTS_A_REPORT = 20;

  private final DataFolder data;
  private final PostgresPrograms programs;
  private final Path cluster;
  private int port;
  private boolean stopping;
  private boolean serving;

  private EmbeddedPostgres(DataFolder data, PostgresPrograms programs) {
    this.data = data;
    this.programs = programs;
    this.cluster = data.folder("postgres").resolve("cluster");
  }

  /** Starts it, creating the cluster on first use. */
  static EmbeddedPostgres start(DataFolder data, Path binaries) {
    EmbeddedPostgres postgres =
        new EmbeddedPostgres(data, new PostgresPrograms(PostgresBinaries.unpackedBelow(binaries)));
    Runtime.getRuntime().addShutdownHook(new Thread(postgres::closeUnlessServing));
    postgres.begin();
    return postgres;
  }

  /** Ends one that a killed server or restore left running in a folder. */
  static void endLeftover(DataFolder data, Path binaries) {
    if (Files.exists(data.root().resolve("postgres/cluster/postmaster.pid"))) {
      new EmbeddedPostgres(data, new PostgresPrograms(PostgresBinaries.unpackedBelow(binaries)))
          .stopSurvivor();
    }
  }

  private synchronized void begin() {
    create();
    stopSurvivor();
    startOnFreePort();
  }

  /** From now on the server's own stop closes this, after everything that uses it. */
  synchronized void serve() {
    serving = true;
  }

  /** A process told to end while it starts has nobody else who would stop what it started. */
  private synchronized void closeUnlessServing() {
    if (!serving) {
      close();
    }
  }

  int port() {
    return port;
  }

  String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  /** The process number of the running postmaster. */
  Optional<Long> postmaster() {
    try {
      Path file = cluster.resolve("postmaster.pid");
      if (!Files.exists(file)) {
        return Optional.empty();
      }
      List<String> lines = Files.readAllLines(file);
      return lines.isEmpty()
          ? Optional.empty()
          : Optional.of(Long.parseLong(lines.getFirst().strip()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void create() {
    try {
      if (Files.exists(cluster.resolve("PG_VERSION"))) {
        return;
      }
      Path fresh = cluster.resolveSibling("cluster.new");
      PostgresBinaries.deleteTree(fresh);
      PostgresPrograms.Outcome outcome =
          programs.run(
              "initdb",
              "--pgdata=" + fresh,
              "--username=" + SUPERUSER,
              "--pwfile=" + data.passwordFile("superuser"),
              "--auth=scram-sha-256",
              "--encoding=UTF8",
              "--locale=C",
              "--locale-provider=builtin",
              "--builtin-locale=C.UTF-8");
      if (!outcome.succeeded()) {
        throw refused("PostgreSQL cannot make its files: " + outcome.output());
      }
      Files.move(fresh, cluster, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw refused("PostgreSQL cannot make its files: " + e.getMessage());
    }
  }

  /**
   * A killed server leaves its PostgreSQL running; the lock on the folder proves nobody uses it.
   */
  private void stopSurvivor() {
    Optional<Long> survivor = postmaster().filter(this::isOurs);
    survivor.ifPresent(
        pid -> {
          LOG.warn("A PostgreSQL of an earlier run is still there (process {}); stopping it", pid);
          if (!stop("fast", 60).succeeded() && !stop("immediate", 30).succeeded()) {
            throw refused("The PostgreSQL of an earlier run (process " + pid + ") does not stop.");
          }
          LOG.warn("The PostgreSQL of the earlier run has stopped");
        });
  }

  /** A number left in a file may since belong to anybody; ours names this cluster. */
  private boolean isOurs(long pid) {
    return ProcessHandle.of(pid)
        .flatMap(process -> process.info().commandLine())
        .map(line -> line.contains(cluster.toString()))
        .orElse(false);
  }

  private void startOnFreePort() {
    String said = "";
    for (int attempt = 0; attempt < START_ATTEMPTS; attempt++) {
      port = freePort();
      PostgresPrograms.Outcome outcome = startOnce();
      if (outcome.succeeded()) {
        watch();
        return;
      }
      said = outcome.output();
      pause(PAUSE_MILLIS);
    }
    throw refused("PostgreSQL does not start: " + said + "\n" + lastWords());
  }

  private PostgresPrograms.Outcome startOnce() {
    try {
      data.folder("postgres/log");
      ClusterFiles.write(cluster, port, MemorySettings.ofThisMachine());
    } catch (IOException e) {
      return new PostgresPrograms.Outcome(-1, "its settings cannot be written: " + e.getMessage());
    }
    return programs.run(
        "pg_ctl",
        "start",
        "--pgdata=" + cluster,
        "--wait",
        "--timeout=120",
        "--silent",
        "--log=" + cluster.resolveSibling("start.log"));
  }

  private void watch() {
    postmaster()
        .flatMap(ProcessHandle::of)
        .ifPresent(
            process ->
                Thread.ofVirtual()
                    .name("postgres watch")
                    .start(
                        () -> {
                          process.onExit().join();
                          restart(process.pid());
                        }));
  }

  /** Tries until it is back or is to stop: a full disk may take its operator an hour. */
  private void restart(long pid) {
    LOG.warn("PostgreSQL (process {}) has ended", pid);
    for (int attempt = 1; !startAgain(attempt); attempt++) {
      pause(Math.min(attempt * PAUSE_MILLIS, LONGEST_PAUSE_MILLIS));
    }
  }

  /** One attempt, between which this can be told to stop; whether there is no more to do. */
  private synchronized boolean startAgain(int attempt) {
    if (stopping) {
      return true;
    }
    PostgresPrograms.Outcome outcome = startOnce();
    if (outcome.succeeded()) {
      LOG.warn("PostgreSQL is back on its port");
      watch();
      return true;
    }
    if (attempt % ATTEMPTS_A_REPORT == 1) {
      LOG.error("PostgreSQL does not come back, trying on: {} {}", outcome.output(), lastWords());
    }
    return false;
  }

  private static void pause(long millis) {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private PostgresPrograms.Outcome stop(String mode, int seconds) {
    return programs.run(
        "pg_ctl",
        "stop",
        "--pgdata=" + cluster,
        "--mode=" + mode,
        "--wait",
        "--timeout=" + seconds,
        "--silent");
  }

  @Override
  public synchronized void close() {
    stopping = true;
    Optional<Long> running = postmaster().filter(this::isOurs);
    if (running.isEmpty()) {
      return;
    }
    PostgresPrograms.Outcome outcome = stop("fast", 60);
    if (!outcome.succeeded()) {
      LOG.error("PostgreSQL does not stop in a minute, ending it: {}", outcome.output());
      stop("immediate", 30);
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw refused("No free port for PostgreSQL: " + e.getMessage());
    }
  }

  private String lastWords() {
    Path log = cluster.resolveSibling("start.log");
    try {
      List<String> lines = Files.exists(log) ? Files.readAllLines(log) : List.of();
      return String.join("\n", lines.subList(Math.max(0, lines.size() - 5), lines.size()));
    } catch (IOException e) {
      return "";
    }
  }

  private static StartRefused refused(String message) {
    return new StartRefused(ExitCode.DATABASE, message);
  }
}
