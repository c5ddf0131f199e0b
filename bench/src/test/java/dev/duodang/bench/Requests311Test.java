package dev.duodang.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Generated requests of the shape of the real ones; those: {@code ./duodang bench requests-311}.
 */
final class Requests311Test {

  private static final long SEED = 311;

  @TempDir Path folder;

  @Test
  void everyRequestIsThereOnceSettledEstimatedOrHeldForItsReason()
      throws IOException, InterruptedException {
    GeneratedRequests.write(folder, 400, SEED);
    Path work = folder.resolve("server");
    Requests311.Outcome outcome =
        Requests311.run(folder, work.resolve("data"), work.resolve("programs"));
    assertThat(outcome.findings()).as("seed %d", SEED).isEmpty();
    assertThat(outcome.files()).hasSize(3);
    assertThat(outcome.ledger().entries()).hasSize(outcome.requests()).hasSize(1_200);
    assertThat(outcome.ledger().in("SETTLED")).hasSizeGreaterThan(400);
    assertThat(outcome.ledger().in("ESTIMATED")).hasSizeGreaterThan(40);
    assertThat(
            outcome
                .ledger()
                .in("ON_HOLD")
                .flatMap(entry -> entry.holds().stream())
                .collect(Collectors.toSet()))
        .containsExactlyInAnyOrder("REGION_UNKNOWN", "NO_TIER", "QUOTE", "FACT_MISSING");
    assertThat(outcome.ledger().in("ON_HOLD")).allMatch(entry -> !entry.holds().isEmpty());
  }

  @Test
  void aFolderIsAskedForWithFilesInIt() {
    Requests311 benchmark = new Requests311();
    Workplace workplace = new Workplace(folder);
    assertThatThrownBy(() -> benchmark.run(workplace, List.of()))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("wants a folder");
    assertThatThrownBy(() -> RequestFiles.in(folder))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(".csv.gz");
  }
}
