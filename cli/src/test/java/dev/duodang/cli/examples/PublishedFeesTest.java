package dev.duodang.cli.examples;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.duodang.cli.ExitCode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The fee rules that makers of home appliances published, to the fen. */
class PublishedFeesTest {

  private static final Path EXAMPLE = Settled.example("published-fees");

  @TempDir static Path folder;

  private static Settled settled;
  private static Map<String, List<NamedCsvRecord>> rows;

  @BeforeAll
  static void settle() throws IOException {
    settled = Settled.of("published-fees", EXAMPLE.resolve("orders.ndjson"), folder);
    rows = settled.byOrder();
  }

  /** An order of the example, the rule that it shows, and its lines; no total while it is held. */
  record Expected(String orderNo, String rule, String lines, String total) {
    @Override
    public String toString() {
      return orderNo + " " + rule;
    }
  }

  static Stream<Expected> expected() throws IOException {
    return Settled.table(EXAMPLE.resolve("expected.csv")).stream()
        .map(
            row ->
                new Expected(
                    row.getField("orderNo"),
                    row.getField("rule"),
                    row.getField("lines"),
                    row.getField("total")));
  }

  @ParameterizedTest
  @MethodSource("expected")
  void aRuleComesOutToTheFen(Expected expected) {
    List<NamedCsvRecord> own = rows.getOrDefault(expected.orderNo(), List.of());
    assertThat(
            own.stream()
                .filter(row -> !row.getField("kind").equals("VOID"))
                .map(PublishedFeesTest::line)
                .collect(Collectors.joining("; ")))
        .isEqualTo(expected.lines());
    if (!expected.total().isEmpty()) {
      assertThat(total(own)).isEqualByComparingTo(expected.total());
    }
  }

  private static String line(NamedCsvRecord row) {
    String amount = row.getField("label") + " " + row.getField("amount");
    return switch (row.getField("kind")) {
      case "HOLD" -> "hold " + row.getField("hold");
      case "REVERSAL" -> "reversal " + amount;
      default -> row.getField("category") + " " + amount;
    };
  }

  private static BigDecimal total(List<NamedCsvRecord> rows) {
    return rows.stream()
        .map(row -> row.getField("amount"))
        .filter(amount -> !amount.isEmpty())
        .map(BigDecimal::new)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  @Test
  void noOrderIsRefusedAndNoneGoesUnchecked() throws IOException {
    assertThat(settled.run().exitCode()).isEqualTo(ExitCode.OK);
    assertThat(expected().map(Expected::orderNo)).containsAll(rows.keySet());
  }
}
