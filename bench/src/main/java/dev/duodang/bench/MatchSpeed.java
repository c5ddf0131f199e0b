package dev.duodang.bench;

import dev.duodang.bench.match.CompileCost;
import dev.duodang.bench.match.OwnSpeeds;
import dev.duodang.bench.match.Trial;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Matches the same orders by the same rules with this engine and with others. */
final class MatchSpeed implements Benchmark {

  static final List<Integer> SIZES = List.of(100, 1_000, 10_000);

  @Override
  public String name() {
    return "match";
  }

  @Override
  public String purpose() {
    return "match and rate orders among 100, 1,000 and 10,000 tiers, next to other rule engines";
  }

  @Override
  public Report run(Workplace workplace, List<String> words)
      throws IOException, InterruptedException {
    Options options = Options.parse(words, Set.of("forks", "seconds", "engine-seconds"));
    Path folder = workplace.scratch(name());
    List<Trial> trials = new ArrayList<>();
    for (int size : SIZES) {
      Trial trial = Trial.of(size);
      trial.write(rules(folder, trial));
      trials.add(trial);
    }
    OwnSpeeds own = OwnSpeeds.measure(options.or("forks", 1), options.or("seconds", 8));
    CompileCost compile = compileCost(workplace, folder);
    List<EngineRun> runs = new ArrayList<>();
    for (OtherEngine engine : OtherEngine.values()) {
      List<String> command = command(workplace, engine, options.or("engine-seconds", 4));
      for (Trial trial : trials) {
        runs.add(EngineRun.of(engine, trial, rules(folder, trial), command));
      }
    }
    return new Report(
        "Matching and rating, next to other engines", new MatchReport(own, compile, runs).body());
  }

  private static Path rules(Path folder, Trial trial) {
    return folder.resolve("rules-" + trial.size());
  }

  /** A program that reads {@code rules.tsv} and {@code orders.tsv} in its working folder. */
  private static List<String> command(Workplace workplace, OtherEngine engine, int seconds)
      throws IOException {
    Path built = workplace.root().resolve("build/engines");
    if (engine == OtherEngine.ZEN) {
      return List.of("node", built.resolve("zen/zen.mjs").toString(), String.valueOf(seconds));
    }
    return List.of(
        workplace.java().toString(),
        "-Xmx4g",
        "-XX:+UseSerialGC",
        "-cp",
        jars(built.resolve("lib")),
        "dev.duodang.bench.engines.Engines",
        engine.word(),
        String.valueOf(seconds));
  }

  private static String jars(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(Path::toString).sorted().collect(Collectors.joining(File.pathSeparator));
    }
  }

  private static CompileCost compileCost(Workplace workplace, Path folder)
      throws IOException, InterruptedException {
    Path output = folder.resolve("compile.txt");
    List<String> command =
        List.of(
            workplace.java().toString(),
            "-Xmx2g",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            CompileCost.class.getName());
    MeasuredProcess.run(folder, output, command, List.of(0));
    return CompileCost.parse(Files.readString(output));
  }
}
