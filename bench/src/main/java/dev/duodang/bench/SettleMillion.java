package dev.duodang.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Settles a file of a million orders, next to a program that only reads and splits it. */
final class SettleMillion implements Benchmark {

  private static final long SEED = 20_261_124;
  private static final int ORDERS = 1_000_000;
  private static final int ROUNDS = 5;

  private record Round(MeasuredProcess settle, MeasuredProcess split) {}

  @Override
  public String name() {
    return "settle-million";
  }

  @Override
  public String purpose() {
    return "settle a file of 1,000,000 orders, next to reading and splitting it with FastCSV";
  }

  @Override
  public Report run(Workplace workplace, List<String> words)
      throws IOException, InterruptedException {
    Options options = Options.parse(words, Set.of("orders", "rounds"));
    int orders = options.or("orders", ORDERS);
    Path folder = workplace.scratch(name());
    Path file = folder.resolve("orders-" + orders + ".csv");
    OrderFile.write(file, orders, SEED);
    List<String> split = splitter(workplace, folder, file);
    List<String> settle = settler(workplace, folder, file);
    List<Round> rounds = new ArrayList<>();
    for (int round = 0; round < options.or("rounds", ROUNDS); round++) {
      rounds.add(round(folder, settle, split, round % 2 == 0));
    }
    return report(orders, file, folder, rounds);
  }

  /** Both programs once; which goes first alternates. */
  private static Round round(
      Path folder, List<String> settle, List<String> split, boolean settleFirst)
      throws IOException, InterruptedException {
    if (settleFirst) {
      MeasuredProcess settled = run(folder, "settle", settle);
      return new Round(settled, run(folder, "split", split));
    }
    MeasuredProcess read = run(folder, "split", split);
    return new Round(run(folder, "settle", settle), read);
  }

  private static MeasuredProcess run(Path folder, String name, List<String> command)
      throws IOException, InterruptedException {
    if (name.equals("settle")) {
      Workplace.delete(folder.resolve("out"));
      Files.createDirectories(folder.resolve("out"));
    }
    return MeasuredProcess.run(folder, folder.resolve(name + ".txt"), command, List.of(0));
  }

  private static List<String> settler(Workplace workplace, Path folder, Path file) {
    return List.of(
        workplace.duodang().toString(),
        "settle",
        "--book",
        workplace.root().resolve("templates/home-appliance/books/home-service.yaml").toString(),
        file.toString(),
        "--out",
        folder.resolve("out/lines.csv").toString());
  }

  /** The same JVM options as the command line has, and a fast start of its own. */
  static List<String> splitter(Workplace workplace, Path folder, Path file)
      throws IOException, InterruptedException {
    Path cache = folder.resolve("split.aot");
    Files.deleteIfExists(cache);
    Path few = folder.resolve("few.csv");
    OrderFile.write(few, 1_000, SEED);
    List<String> jvm =
        List.of(
            workplace.java().toString(),
            "-XX:+UseSerialGC",
            "-XX:+UseCompactObjectHeaders",
            "-Xmx320m");
    List<String> program = List.of("-cp", libraries(workplace), ReadAndSplit.class.getName());
    Path log = folder.resolve("training.txt");
    MeasuredProcess.run(
        folder, log, command(jvm, "-XX:AOTCacheOutput=" + cache, program, few), List.of(0));
    return command(jvm, "-XX:AOTCache=" + cache, program, file);
  }

  private static String libraries(Workplace workplace) throws IOException {
    try (Stream<Path> jars = Files.list(workplace.root().resolve("build/bench/lib"))) {
      List<String> needed =
          jars.map(Path::toString)
              .filter(jar -> jar.contains("fastcsv") || jar.contains("duodang-bench"))
              .sorted()
              .toList();
      return String.join(":", needed);
    }
  }

  private static List<String> command(
      List<String> jvm, String cacheOption, List<String> program, Path file) {
    List<String> command = new ArrayList<>(jvm);
    command.add(cacheOption);
    command.addAll(program);
    command.add(file.toString());
    return command;
  }

  private static Report report(int orders, Path file, Path folder, List<Round> rounds)
      throws IOException {
    Sample settle = Sample.of(rounds, round -> round.settle().seconds());
    Sample split = Sample.of(rounds, round -> round.split().seconds());
    Sample ratio = Sample.of(rounds, round -> round.settle().seconds() / round.split().seconds());
    Sample peak = Sample.of(rounds, round -> round.settle().peakMebibytes());
    String body =
        """
        A file of %,d work orders (%,d bytes, %d columns, the region as an address in every other row) settled with the book
        `home-service`, all lines written to disk (%,d bytes); next to a program that reads the same file with FastCSV and
        splits it into fields. Both are processes of their own, the JVM's start included, with the same JVM options and an
        AOT cache each. %d rounds, taking turns; median (least–most).

        | | settle | read and split |
        |---|---|---|
        | seconds | %s | %s |
        | orders a second | %,.0f | %,.0f |
        | peak memory, MiB | %s | %s |

        Settling takes %s times as long as reading and splitting. Target: at most 4 times, at most 512 MiB.
        """
            .formatted(
                orders,
                Files.size(file),
                OrderFile.COLUMNS.size(),
                sizeOfTree(folder.resolve("out")),
                rounds.size(),
                settle.show(2),
                split.show(2),
                orders / settle.median(),
                orders / split.median(),
                peak.show(0),
                Sample.of(rounds, round -> round.split().peakMebibytes()).show(0),
                ratio.show(2));
    return new Report("Settling a file of %,d orders".formatted(orders), body);
  }

  private static long sizeOfTree(Path tree) throws IOException {
    try (Stream<Path> files = Files.walk(tree)) {
      return files.filter(Files::isRegularFile).mapToLong(SettleMillion::size).sum();
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }
}
