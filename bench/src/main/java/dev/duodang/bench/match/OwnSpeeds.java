package dev.duodang.bench.match;

import java.io.IOException;
import java.util.Collection;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** What JMH measures of this engine and of a plain scan. */
public final class OwnSpeeds {

  private static final String BYTES = "gc.alloc.rate.norm";

  private final Collection<RunResult> results;

  private OwnSpeeds(Collection<RunResult> results) {
    this.results = results;
  }

  /**
   * Measures for so many seconds each, in forked JVMs.
   *
   * @throws IOException when a fork fails
   */
  public static OwnSpeeds measure(int forks, int seconds) throws IOException {
    Options options =
        new OptionsBuilder()
            .include(MatchOneOrder.class.getName() + "\\.")
            .include(RateOneOrder.class.getName() + "\\.")
            .addProfiler(GCProfiler.class)
            .addProfiler(CpuTime.class)
            .forks(forks)
            .warmupIterations(seconds)
            .warmupTime(TimeValue.seconds(1))
            .measurementIterations(seconds)
            .measurementTime(TimeValue.seconds(1))
            .jvmArgsAppend("-Xms1g", "-Xmx1g", "-XX:+UseSerialGC")
            .shouldFailOnError(true)
            .build();
    try {
      return new OwnSpeeds(new Runner(options).run());
    } catch (RunnerException failed) {
      throw new IOException("the measurement failed", failed);
    }
  }

  /** Orders matched among so many tiers. */
  public Speed match(int tiers) {
    return speed(result("duodang", tiers));
  }

  /** Bytes allocated for each match. */
  public double matchBytes(int tiers) {
    return secondary(result("duodang", tiers), BYTES);
  }

  /** Orders matched by a look at one rule after the other. */
  public Speed scan(int tiers) {
    return speed(result("scan", tiers));
  }

  /** Orders rated in full by 1,000 tiers. */
  public Speed rate() {
    return speed(result("rate", 0));
  }

  /** The result of a benchmark; one that names no number of tiers has 0. */
  private RunResult result(String name, int tiers) {
    return results.stream()
        .filter(result -> result.getPrimaryResult().getLabel().equals(name))
        .filter(result -> tiers == 0 || String.valueOf(tiers).equals(tiersOf(result)))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("\"" + name + "\" was not measured"));
  }

  private static String tiersOf(RunResult result) {
    return result.getParams().getParam("tiers");
  }

  private static Speed speed(RunResult result) {
    return new Speed(result.getPrimaryResult().getScore(), 1e9 / secondary(result, CpuTime.LABEL));
  }

  private static double secondary(RunResult result, String label) {
    Result<?> figure = result.getSecondaryResults().get(label);
    if (figure == null) {
      throw new IllegalStateException(
          "no \"" + label + "\" among " + result.getSecondaryResults().keySet());
    }
    return figure.getScore();
  }
}
