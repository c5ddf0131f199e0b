package dev.duodang.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duodang.bench.crash.Simulation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A few kills; the long form is {@code ./duodang bench crash}. */
final class CrashRoundsTest {

  private static final int SEED = 7;

  @TempDir Path folder;

  @Test
  void nothingAcknowledgedIsLostOrDoneTwiceHoweverTheServerEnds()
      throws IOException, InterruptedException {
    List<String> told = new ArrayList<>();
    Simulation.Outcome outcome = Simulation.run(folder, 3, 1, SEED, told::add);
    assertThat(outcome.findings()).as("seed %d, %s", SEED, told).isEmpty();
    assertThat(outcome.acknowledged()).isGreaterThan(40);
  }
}
