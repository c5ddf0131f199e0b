package dev.duodang.bench.fuzz;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

/** Gives damaged inputs to readers, one after the other, and watches what becomes of each. */
public final class FuzzRun {

  private static final int FINDINGS_MAX = 20;

  private final long seed;
  private final Watch watch;
  private final Map<String, Count> counts = new LinkedHashMap<>();
  private final Consumer<String> told;
  private final List<String> findings = new ArrayList<>();

  /**
   * A run.
   *
   * @param told is told of each input that was made to hurt, as soon as it is read
   */
  FuzzRun(long seed, Watch watch, Consumer<String> told) {
    this.seed = seed;
    this.watch = watch;
    this.told = told;
  }

  /** What a reader was given. */
  private static final class Count {
    private long inputs;
    private long taken;
    private long slowestNanos;
    private String slowest = "";

    String row(String name) {
      return "| %s | %,d | %,d | %,d | %.0f (%s) |"
          .formatted(name, inputs, taken, inputs - taken, slowestNanos / 1e6, slowest);
    }
  }

  /**
   * A run in a process of its own; the arguments are the template's folder, one for files, the
   * seed, the number of inputs and how long the extremes are, in bytes.
   */
  public static void main(String[] arguments) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    long seed = Long.parseLong(arguments[2]);
    out.println("seed=" + seed);
    Watch watch =
        new Watch(
            Duration.ofMinutes(2),
            late -> {
              out.println("finding=" + late);
              Runtime.getRuntime().halt(3);
            });
    Codecs codecs =
        Codecs.of(Path.of(arguments[0]), Files.createDirectories(Path.of(arguments[1])));
    FuzzRun run = new FuzzRun(seed, watch, out::println);
    run.extremes(Extremes.of(codecs, Integer.parseInt(arguments[4])));
    run.random(codecs.all(), Integer.parseInt(arguments[3]));
    run.counts.forEach((name, count) -> out.println("codec=" + count.row(name)));
    run.findings.forEach(finding -> out.println("finding=" + finding));
  }

  /** Gives each reader its share of inputs damaged by chance. */
  void random(List<Codec> codecs, int inputs) throws IOException {
    for (int i = 0; i < inputs && findings.size() < FINDINGS_MAX; i++) {
      Codec codec = codecs.get(i % codecs.size());
      byte[] input = codec.input(new Random(seed ^ i * 0x9E3779B97F4A7C15L));
      Count count = counts.computeIfAbsent(codec.name(), _ -> new Count());
      read(codec, "input " + i, input, count);
    }
  }

  /** Gives inputs that were made to hurt. */
  void extremes(List<Extreme> all) throws IOException {
    for (Extreme extreme : all) {
      told.accept("extreme=" + row(extreme));
    }
  }

  private String row(Extreme extreme) throws IOException {
    Count count = new Count();
    byte[] input = extreme.making().input();
    read(extreme.codec(), extreme.what(), input, count);
    return "| %s | %s | %,d | %s | %.2f |"
        .formatted(
            extreme.codec().name(),
            extreme.what(),
            input.length,
            count.taken > 0 ? "taken" : "refused",
            count.slowestNanos / 1e9);
  }

  private void read(Codec codec, String which, byte[] input, Count count) {
    long begun = System.nanoTime();
    watch.begin(codec.name() + ", " + which);
    try {
      count.taken += codec.read(input) ? 1 : 0;
    } catch (Exception | StackOverflowError | OutOfMemoryError | NoClassDefFoundError untyped) {
      findings.add(codec.name() + ", " + which + ": " + untyped + at(untyped));
    } finally {
      watch.end();
    }
    long nanos = System.nanoTime() - begun;
    count.inputs++;
    if (nanos > count.slowestNanos) {
      count.slowestNanos = nanos;
      count.slowest = which;
    }
  }

  private static String at(Throwable thrown) {
    StackTraceElement[] trace = thrown.getStackTrace();
    return trace.length == 0 ? "" : " at " + trace[0];
  }

  List<String> findings() {
    return List.copyOf(findings);
  }

  /** How many inputs a reader took. */
  long taken(Codec codec) {
    Count count = counts.get(codec.name());
    return count == null ? 0 : count.taken;
  }
}
