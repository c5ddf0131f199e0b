package dev.duodang.bench.load;

import dev.duodang.bench.ServerClient;
import dev.duodang.bench.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

/** One server, all orders, then the database alone, then single orders at half of the rate. */
public final class LoadRun {

  static final List<String> JVM =
      List.of("-Xmx2g", "-XX:+UseParallelGC", "-XX:+UseCompactObjectHeaders");

  /**
   * What to do.
   *
   * @param orders sent as fast as they are taken
   * @param array orders a request
   * @param copied how many of them the database takes once more by COPY
   * @param seconds of single orders at half of the rate
   */
  public record Plan(int orders, int array, int senders, int copied, int seconds) {}

  private static final int SINGLE_SENDERS = 32;
  private static final int SINGLE_SECONDS = 60;
  private static final int WARM_SECONDS = 30;

  private LoadRun() {}

  /** What was measured. */
  private record Measured(
      double seconds,
      Usage usage,
      CopySpeed.Copied copied,
      double singles,
      Stream.Latencies latencies,
      List<Double> seen,
      boolean balanced) {}

  /** Runs it on an empty data folder; the result is Markdown. */
  public static String run(Plan plan, Path books, Path data, Path binaries)
      throws IOException, InterruptedException {
    ServerClient owner = new ServerClient();
    try (ServerProcess server = ServerProcess.start(JVM, data, binaries)) {
      prepare(owner, server, books, data);
      Stream stream = new Stream(owner.machine("load"));
      Database database = new Database(data);
      Usage before = Usage.now(server, database);
      double seconds = stream.flood("W", plan.orders(), plan.array(), plan.senders());
      Usage usage = Usage.now(server, database).since(before);
      CopySpeed.Copied copied = new CopySpeed(database).run(plan.copied());
      double singles = stream.singles(SINGLE_SENDERS, SINGLE_SECONDS);
      try (OpenBoard board = OpenBoard.open(owner)) {
        Stream.Latencies latencies =
            stream.steady((int) (singles / 2), WARM_SECONDS, plan.seconds());
        List<Double> seen = board.seen(latencies.acknowledged(), latencies.before());
        boolean balanced = isBalanced(owner);
        return text(plan, new Measured(seconds, usage, copied, singles, latencies, seen, balanced));
      }
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }

  /** Signs the owner in and publishes the books of the house. */
  static void prepare(ServerClient owner, ServerProcess server, Path books, Path data)
      throws IOException, InterruptedException {
    owner.enter(server.url(), data);
    for (String book : List.of("home-service", "engineer-share")) {
      owner.publish(book, Files.readString(books.resolve(book + ".yaml")));
    }
  }

  static boolean isBalanced(ServerClient owner) throws IOException, InterruptedException {
    String balance = owner.get("/api/v1/ledger/trial-balance").body();
    return balance.contains("\"balanced\":true") && !balance.contains("\"balanced\":false");
  }

  private static String text(Plan plan, Measured measured) {
    double rate = plan.orders() / measured.seconds();
    CopySpeed.Copied copied = measured.copied();
    String throughput =
        String.format(
            Locale.ROOT,
            """
            %,d orders in arrays of %,d from %d senders over HTTP, on the same cores: each acknowledged after its order, revision,
            settlements, lines, ledger entries and sums were committed. Two relations, an address as text.

            | | orders a second | |
            |---|---|---|
            | through the server | %,.0f | %,.0f s |
            | COPY of the same rows by the database alone | %,.0f | %,d orders, %,d rows, %,d bytes in %.1f s |
            | share of COPY, wanted 50 %% | %.0f %% | %s |

            Of each order: %s.
            """,
            plan.orders(),
            plan.array(),
            plan.senders(),
            rate,
            measured.seconds(),
            copied.ordersPerSecond(),
            copied.orders(),
            copied.rows(),
            copied.bytes(),
            copied.seconds(),
            100 * rate / copied.ordersPerSecond(),
            rate >= copied.ordersPerSecond() / 2 ? "reached" : "missed",
            measured.usage().each(plan.orders()));
    return throughput + "\n" + singles(plan, measured);
  }

  private static String singles(Plan plan, Measured measured) {
    Stream.Latencies latencies = measured.latencies();
    double seen = Stream.Latencies.percentile(measured.seen(), 0.99);
    return String.format(
        Locale.ROOT,
        """
        Single orders, %d senders each waiting for its answer: %,.0f a second. At half of that, %,d a second for %d s, each sent at its time, measured from then, after %d s of the same; %,.0f a second came through, with one board open:

        | | until acknowledged, ms | from then until the board counts it, ms |
        |---|---|---|
        | half | %.1f | %.1f |
        | 99 %%, wanted 50 and 500 | %.1f: %s | %.1f: %s |
        | 99.9 %% | %.1f | %.1f |
        | slowest | %.1f | %.1f |

        The trial balance afterwards: %s.
        """,
        SINGLE_SENDERS,
        measured.singles(),
        (int) (measured.singles() / 2),
        plan.seconds(),
        WARM_SECONDS,
        latencies.achievedRate(),
        latencies.percentile(0.5),
        Stream.Latencies.percentile(measured.seen(), 0.5),
        latencies.percentile(0.99),
        latencies.percentile(0.99) <= 50 ? "reached" : "missed",
        seen,
        seen <= 500 ? "reached" : "missed",
        latencies.percentile(0.999),
        Stream.Latencies.percentile(measured.seen(), 0.999),
        latencies.percentile(1),
        Stream.Latencies.percentile(measured.seen(), 1),
        measured.balanced() ? "balanced" : "NOT BALANCED");
  }
}
