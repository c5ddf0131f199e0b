package dev.duodang.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** Runs a benchmark by name, prints what it found and keeps it under {@code bench/results}. */
public final class Bench {

  private static final List<Benchmark> ALL =
      List.of(
          new SettleMillion(),
          new SimulateMillion(),
          new LoadServer(),
          new LoadGrowth(),
          new CrashRounds(),
          new DiskFull(),
          new Requests311(),
          new ProofTime(),
          new Fuzz(),
          new IndexPairs(),
          new MatchSpeed(),
          new Mutation());

  private Bench() {}

  /** The first argument names the benchmark; the others are its own. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try {
      Workplace workplace = new Workplace(Path.of(System.getProperty("duodang.root")));
      if (arguments.length == 0) {
        ALL.forEach(benchmark -> out.printf("%-16s %s%n", benchmark.name(), benchmark.purpose()));
        return;
      }
      Benchmark benchmark = named(arguments[0]);
      Report report = benchmark.run(workplace, List.of(arguments).subList(1, arguments.length));
      out.print(report.write(workplace, benchmark.name(), LocalDate.now(Clock.systemUTC())));
    } catch (UsageException wrong) {
      System.err.println("duodang bench: " + wrong.getMessage());
      System.exit(2);
    }
  }

  private static Benchmark named(String name) {
    return ALL.stream()
        .filter(benchmark -> benchmark.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new UsageException(
                    "there is no benchmark \""
                        + name
                        + "\"; there are "
                        + ALL.stream().map(Benchmark::name).toList()));
  }
}
