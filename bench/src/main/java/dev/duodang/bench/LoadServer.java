package dev.duodang.bench;

import dev.duodang.bench.load.LoadRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** How many orders a second the server settles durably, next to the database alone. */
final class LoadServer implements Benchmark {

  private static final int ORDERS = 1_000_000;
  private static final int ARRAY = 1_000;
  private static final int SENDERS = 4;
  private static final int COPIED = 100_000;
  private static final int SECONDS = 300;

  @Override
  public String name() {
    return "load";
  }

  @Override
  public String purpose() {
    return "settle 1,000,000 orders over HTTP, durably, next to COPY of the same rows";
  }

  @Override
  public Report run(Workplace workplace, List<String> options)
      throws IOException, InterruptedException {
    Options stated = Options.parse(options, Set.of("orders", "seconds"));
    int orders = stated.or("orders", ORDERS);
    LoadRun.Plan plan =
        new LoadRun.Plan(
            orders, ARRAY, SENDERS, Math.min(COPIED, orders), stated.or("seconds", SECONDS));
    Path folder = Files.createTempDirectory("duodang-load");
    try {
      String text =
          LoadRun.run(
              plan,
              workplace.root().resolve("templates/home-appliance/books"),
              folder.resolve("data"),
              folder.resolve("programs"));
      return new Report("Orders a second, durably", text);
    } finally {
      Workplace.delete(folder);
    }
  }
}
