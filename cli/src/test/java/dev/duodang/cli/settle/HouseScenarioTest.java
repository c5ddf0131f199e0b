package dev.duodang.cli.settle;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.duodang.cli.ExitCode;
import dev.duodang.cli.Run;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The house scenario by file, to the fen. */
class HouseScenarioTest {

  private static final Path TEMPLATE = Run.checkout("templates/home-appliance");

  @TempDir static Path folder;

  private static Run run;
  private static List<NamedCsvRecord> rows;

  @BeforeAll
  static void settle() throws IOException {
    Path out = folder.resolve("lines.csv");
    run =
        Run.of(
            "settle",
            "--book",
            TEMPLATE.resolve("books"),
            TEMPLATE.resolve("scenario/orders.ndjson"),
            "--out",
            out);
    rows = read(out);
  }

  private static List<NamedCsvRecord> read(Path file) throws IOException {
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
      return reader.stream().toList();
    }
  }

  @Test
  void everyOrderGivesTheLinesThatTheScenarioStates() throws IOException {
    Map<String, List<String>> expected = new LinkedHashMap<>();
    for (NamedCsvRecord row : read(TEMPLATE.resolve("scenario/expected.csv"))) {
      List<String> lines = expected.computeIfAbsent(key(row), _ -> new ArrayList<>());
      if (!row.getField("hold").isEmpty()) {
        lines.add("hold " + row.getField("hold"));
      }
      if (!row.getField("lines").isEmpty()) {
        lines.addAll(List.of(row.getField("lines").split("; ", -1)));
      }
    }
    Map<String, List<String>> actual = new LinkedHashMap<>();
    expected.keySet().forEach(key -> actual.put(key, new ArrayList<>()));
    for (NamedCsvRecord row : rows) {
      List<String> lines = actual.get(key(row));
      if (lines != null && !row.getField("kind").equals("VOID")) {
        lines.add(line(row));
      }
    }
    assertThat(actual).isEqualTo(expected);
  }

  private static String key(NamedCsvRecord row) {
    String relation = row.getField("relation");
    return row.getField("orderNo") + " v" + row.getField("revision") + " " + relation;
  }

  private static String line(NamedCsvRecord row) {
    String amount = row.getField("label") + " " + row.getField("amount");
    String part = row.getField("part");
    return switch (row.getField("kind")) {
      case "HOLD" -> "hold " + row.getField("hold");
      case "REVERSAL" -> "reversal " + amount;
      case "ESTIMATE" -> "estimate " + amount;
      default ->
          row.getField("category")
              + " "
              + row.getField("label")
              + (part.isEmpty() ? " " : " " + part + " ")
              + row.getField("amount");
    };
  }

  @Test
  void theSumsOfAllRelationsAreThoseOfTheScenario() throws IOException {
    for (NamedCsvRecord row : read(TEMPLATE.resolve("scenario/chains.csv"))) {
      assertThat(total(row.getField("orderNo"), row.getField("relation")))
          .as(row.getField("orderNo") + " " + row.getField("relation"))
          .isEqualTo(row.getField("total"));
    }
  }

  private static String total(String orderNo, String relation) {
    return rows.stream()
        .filter(row -> row.getField("orderNo").equals(orderNo))
        .filter(row -> row.getField("relation").equals(relation))
        .filter(row -> !row.getField("amount").isEmpty())
        .map(row -> new BigDecimal(row.getField("amount")))
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .toPlainString();
  }

  @Test
  void aRevisionWithOtherFactsUnderTheSameNumberIsRejectedAndNamed() throws IOException {
    List<NamedCsvRecord> rejected = read(folder.resolve("lines.rejected.csv"));
    assertThat(rejected).hasSize(1);
    assertThat(rejected.getFirst().getField("row")).isEqualTo("19");
    assertThat(rejected.getFirst().getField("reason"))
        .isEqualTo("is there with other facts: distanceMetres");
    assertThat(run.exitCode()).isEqualTo(ExitCode.FOUND_SOMETHING);
    assertThat(run.out()).contains("1 stale").contains("1 rejected");
  }
}
