package dev.duodang.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A few kills; the long form is {@code ./duodang bench crash}. */
final class CrashRoundsTest {

  private static final int SEED = 7;

  @TempDir Path folder;

  @Test
  void nothingAcknowledgedIsLostOrThereTwiceHoweverTheServerEnds()
      throws IOException, InterruptedException {
    CrashRounds.Outcome outcome =
        CrashRounds.run(folder, Path.of("..", "templates", "home-appliance"), 5, SEED);
    assertThat(outcome.findings()).as("seed %d, %s", SEED, outcome.rounds()).isEmpty();
    assertThat(outcome.acknowledged()).isGreaterThan(40);
  }
}
