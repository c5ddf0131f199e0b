package dev.duodang.bench.load;

import dev.duodang.bench.ServerClient;
import dev.duodang.bench.ServerProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

/** The same orders by HTTP into tables that hold more and more. */
public final class GrowthRun {

  private static final int ORIGINALS = 20_000;

  /**
   * What to do.
   *
   * @param sizes orders in the tables, growing
   * @param orders sent at each size
   * @param array orders a request
   */
  public record Plan(List<Integer> sizes, int orders, int array, int senders) {
    public Plan {
      sizes = List.copyOf(sizes);
    }
  }

  private GrowthRun() {}

  /** Runs it on an empty data folder; the result is Markdown. */
  public static String run(Plan plan, Path books, Path data, Path binaries)
      throws IOException, InterruptedException {
    ServerClient owner = new ServerClient();
    try (ServerProcess server = ServerProcess.start(LoadRun.JVM, data, binaries)) {
      LoadRun.prepare(owner, server, books, data);
      Stream stream = new Stream(owner.machine("growth"));
      Database database = new Database(data);
      stream.flood("G", ORIGINALS, plan.array(), plan.senders());
      Copies copies = new Copies(database, "G");
      StringBuilder rows = new StringBuilder();
      double first = 0;
      for (int i = 0; i <= plan.sizes().size(); i++) {
        int size = i == 0 ? ORIGINALS : plan.sizes().get(i - 1);
        copies.fill(size / ORIGINALS - 1);
        String bytes = size(database);
        Usage before = Usage.now(server, database);
        String prefix = String.valueOf((char) ('N' + i));
        double seconds = stream.flood(prefix, plan.orders(), plan.array(), plan.senders());
        Usage usage = Usage.now(server, database).since(before);
        double rate = plan.orders() / seconds;
        first = i == 0 ? rate : first;
        rows.append(row(size, bytes, rate, first, usage.each(plan.orders())));
      }
      return text(plan, rows.toString(), LoadRun.isBalanced(owner));
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }

  private static String size(Database database) throws IOException, SQLException {
    try (Connection connection = database.open()) {
      return Database.one(connection, "SELECT pg_size_pretty(pg_database_size('duodang'))");
    }
  }

  private static String row(int size, String bytes, double rate, double first, String each) {
    return String.format(
        Locale.ROOT,
        "| %,d | %s | %,.0f | %.0f %% | %s |%n",
        size,
        bytes,
        rate,
        100 * rate / first,
        each);
  }

  private static String text(Plan plan, String rows, boolean balanced) {
    return String.format(
        Locale.ROOT,
        """
        %,d orders in arrays of %,d from %d senders over HTTP at each size; those before are copies of %,d settled orders, made by
        the database with all of their rows, vacuumed and checkpointed. Wanted: the first rate within 20 %%.

        | orders in the tables | database | orders a second | of the first | of each order |
        |---|---|---|---|---|
        %s
        The trial balance afterwards: %s.
        """,
        plan.orders(),
        plan.array(),
        plan.senders(),
        ORIGINALS,
        rows,
        balanced ? "balanced" : "NOT BALANCED");
  }
}
