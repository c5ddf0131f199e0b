package dev.duodang.bench;

import dev.duodang.bench.load.GrowthRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Whether the server settles as fast with millions of orders behind it. */
final class LoadGrowth implements Benchmark {

  private static final int MILLION = 1_000_000;
  private static final int ORDERS = 200_000;
  private static final int ARRAY = 1_000;
  private static final int SENDERS = 4;

  /** What a million orders take on the disk, the log that is written ahead included. */
  private static final long BYTES_A_MILLION = 7L << 30;

  @Override
  public String name() {
    return "growth";
  }

  @Override
  public String purpose() {
    return "settle 200,000 orders over HTTP with 1, 5 and 20 million in the tables";
  }

  @Override
  public Report run(Workplace workplace, List<String> options)
      throws IOException, InterruptedException {
    Options stated = Options.parse(options, Set.of("millions", "orders"));
    int most = stated.or("millions", 20);
    List<Integer> sizes =
        Stream.of(1, 5, most)
            .filter(millions -> millions <= most)
            .distinct()
            .map(millions -> millions * MILLION)
            .toList();
    Path folder = Files.createTempDirectory("duodang-growth");
    try {
      long free = Files.getFileStore(folder).getUsableSpace();
      if (free < most * BYTES_A_MILLION) {
        throw new UsageException(
            "--millions %d wants %d GiB free in %s, where %d are"
                .formatted(most, (most * BYTES_A_MILLION) >> 30, folder, free >> 30));
      }
      String text =
          GrowthRun.run(
              new GrowthRun.Plan(sizes, stated.or("orders", ORDERS), ARRAY, SENDERS),
              workplace.root().resolve("templates/home-appliance/books"),
              folder.resolve("data"),
              folder.resolve("programs"));
      return new Report("Orders a second with millions behind them", text);
    } finally {
      Workplace.delete(folder);
    }
  }
}
