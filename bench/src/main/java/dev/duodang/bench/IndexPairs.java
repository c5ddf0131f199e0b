package dev.duodang.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Asks the index and a look at every tier who wins, for random orders and books. */
final class IndexPairs implements Benchmark {

  private static final int PAIRS = 10_000_000;

  @Override
  public String name() {
    return "index-pairs";
  }

  @Override
  public String purpose() {
    return "compare the index with a look at every tier on 10,000,000 pairs of order and book";
  }

  @Override
  public Report run(Workplace workplace, List<String> words)
      throws IOException, InterruptedException {
    int pairs = Options.parse(words, Set.of("pairs")).or("pairs", PAIRS);
    Path log = workplace.scratch(name()).resolve("test.log");
    List<String> command =
        Workplace.mavenInPricing("test", "-Dtest=IndexPairsTest", "-Dduodang.pairs=" + pairs);
    MeasuredProcess process = MeasuredProcess.run(workplace.root(), log, command, List.of(0, 1));
    Path found = workplace.root().resolve("pricing/target/index-pairs.txt");
    return new Report(
        "The index against a look at every tier", body(process, Files.readString(found)));
  }

  private static String body(MeasuredProcess process, String found) {
    return """
        Random books of up to 40 tiers, which ask for facts of every kind, and random orders with up to three items, each order
        against each book of its round. The winner of every category and item by the index that rates orders, next to the one
        that a program without an index finds by looking at every tier in turn. %.0f seconds.

        | | |
        |---|---|
        %s
        """
        .formatted(
            process.seconds(),
            found
                .lines()
                .map(line -> "| %s | %s |".formatted(word(line), value(line)))
                .collect(Collectors.joining("\n")));
  }

  private static String word(String line) {
    return switch (line.substring(0, line.indexOf('='))) {
      case "pairs" -> "pairs of order and book";
      case "won" -> "of them, a tier wins in";
      case "differences" -> "differences";
      case String other -> other;
    };
  }

  private static String value(String line) {
    String value = line.substring(line.indexOf('=') + 1);
    return value.equals("[]") ? "0" : value;
  }
}
