package dev.duodang.bench.load;

import dev.duodang.bench.ServerClient;
import dev.duodang.bench.ServerProcess;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

/** One server, all orders, then the database alone, then single orders at half of the rate. */
public final class LoadRun {

  private static final List<String> JVM =
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
  private static final int SINGLE_SECONDS = 20;

  private LoadRun() {}

  /** Runs it on an empty data folder; the result is Markdown. */
  public static String run(Plan plan, Path books, Path data, Path binaries)
      throws IOException, InterruptedException {
    ServerClient client = new ServerClient();
    try (ServerProcess server = ServerProcess.start(JVM, data, binaries)) {
      client.enter(server.url(), data);
      for (String book : List.of("home-service", "engineer-share")) {
        client.publish(book, Files.readString(books.resolve(book + ".yaml")));
      }
      Stream stream = new Stream(client);
      double before = ownCpuSeconds();
      double seconds = stream.flood(plan.orders(), plan.array(), plan.senders());
      double share = (ownCpuSeconds() - before) / seconds;
      double rate = plan.orders() / seconds;
      CopySpeed.Copied copied = new CopySpeed(data).run(plan.copied());
      double singles = stream.singles(SINGLE_SENDERS, SINGLE_SECONDS);
      Stream.Latencies latencies = stream.steady((int) (singles / 2), plan.seconds());
      String balance = client.get("/api/v1/ledger/trial-balance").body();
      boolean balanced =
          balance.contains("\"balanced\":true") && !balance.contains("\"balanced\":false");
      return text(plan, seconds, share, rate, copied, singles, latencies, balanced);
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }

  private static double ownCpuSeconds() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
            .getProcessCpuTime()
        / 1e9;
  }

  private static String text(
      Plan plan,
      double seconds,
      double share,
      double rate,
      CopySpeed.Copied copied,
      double singles,
      Stream.Latencies latencies,
      boolean balanced) {
    return String.format(
        Locale.ROOT,
        """
        %,d orders in arrays of %,d from %d senders over HTTP, on the same cores: each acknowledged after its order, revision,
        settlements, lines, ledger entries and sums were committed. Two relations, an address as text.

        | | orders a second | |
        |---|---|---|
        | through the server | %,.0f | %,.0f s; the sender took %.2f of a core |
        | COPY of the same rows by the database alone | %,.0f | %,d orders, %,d rows, %,d bytes in %.1f s |
        | share of COPY, wanted 50 %% | %.0f %% | %s |

        Single orders, %d senders each waiting for its answer: %,.0f a second. At half of that, %,d a second for %d s, each sent at its time, measured from then; %,.0f a second came through:

        | | ms |
        |---|---|
        | half | %.1f |
        | 99 %%, wanted 50 | %.1f: %s |
        | 99.9 %% | %.1f |
        | slowest | %.1f |

        The trial balance afterwards: %s.
        """,
        plan.orders(),
        plan.array(),
        plan.senders(),
        rate,
        seconds,
        share,
        copied.ordersPerSecond(),
        copied.orders(),
        copied.rows(),
        copied.bytes(),
        copied.seconds(),
        100 * rate / copied.ordersPerSecond(),
        rate >= copied.ordersPerSecond() / 2 ? "reached" : "missed",
        SINGLE_SENDERS,
        singles,
        (int) (singles / 2),
        plan.seconds(),
        latencies.achievedRate(),
        latencies.percentile(0.5),
        latencies.percentile(0.99),
        latencies.percentile(0.99) <= 50 ? "reached" : "missed",
        latencies.percentile(0.999),
        latencies.percentile(1),
        balanced ? "balanced" : "NOT BALANCED");
  }
}
