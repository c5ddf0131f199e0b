package dev.duodang.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Medians, options and measured processes. */
class FiguresTest {

  @TempDir Path temp;

  @Test
  void theMiddleOfAnEvenNumberOfRoundsIsBetweenTwo() {
    assertThat(Sample.of(List.of(4.0, 1.0, 3.0), d -> d).show(2)).isEqualTo("3.00 (1.00–4.00)");
    assertThat(Sample.of(List.of(4.0, 1.0, 3.0, 2.0), d -> d).median()).isEqualTo(2.5);
    assertThatThrownBy(() -> Sample.of(List.<Double>of(), d -> d))
        .hasMessageContaining("at least one");
  }

  @Test
  void anOptionIsReadOrHasItsUsualValue() {
    Options options = Options.parse(List.of("--rounds", "3"), Set.of("rounds", "orders"));

    assertThat(options.or("rounds", 5)).isEqualTo(3);
    assertThat(options.or("orders", 9)).isEqualTo(9);
  }

  @ParameterizedTest
  @CsvSource({
    "--colour 1, there is no option \"--colour\"; allowed are [orders]",
    "orders 1, there is no option \"orders\"; allowed are [orders]",
    "--orders, --orders wants a number after it",
    "--orders many, '--orders wants a number above 0, not \"many\"'",
    "--orders 0, '--orders wants a number above 0, not \"0\"'"
  })
  void aWrongOptionIsNamedWithWhatIsAllowed(String words, String message) {
    assertThatThrownBy(() -> Options.parse(List.of(words.split(" ")), Set.of("orders")))
        .isInstanceOf(UsageException.class)
        .hasMessage(message);
  }

  @Test
  void aProcessIsMeasuredFromItsStartToItsEnd() throws Exception {
    MeasuredProcess sleeper =
        MeasuredProcess.run(temp, temp.resolve("out"), List.of("sleep", "0.1"), List.of(0));

    assertThat(sleeper.wall()).isPositive();
  }

  @Test
  void aProcessThatFailsIsNotMeasured() {
    assertThatThrownBy(
            () ->
                MeasuredProcess.run(
                    temp,
                    temp.resolve("out"),
                    List.of("sh", "-c", "echo no book; exit 3"),
                    List.of(0)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("ended with 3: no book");
  }
}
