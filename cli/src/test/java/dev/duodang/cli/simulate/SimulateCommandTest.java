package dev.duodang.cli.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.duodang.cli.ExitCode;
import dev.duodang.cli.Run;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SimulateCommandTest {

  private static final Path TEMPLATE = Run.checkout("templates/home-appliance");
  private static final Path SCENARIO = TEMPLATE.resolve("scenario/orders.ndjson");

  @TempDir Path folder;

  private Path before;
  private Path after;

  @BeforeEach
  void writeBooks() throws IOException {
    before = Files.writeString(folder.resolve("before.yaml"), RandomFile.BEFORE);
    after = Files.writeString(folder.resolve("after.yaml"), RandomFile.AFTER);
  }

  /** The demo company's books, with another price of one tier. */
  private Path dearer() throws IOException {
    Path books = Files.createDirectories(folder.resolve("dearer"));
    try (Stream<Path> files = Files.list(TEMPLATE.resolve("books"))) {
      for (Path file : files.toList()) {
        String text = Files.readString(file);
        Files.writeString(
            books.resolve(file.getFileName().toString()),
            text.replace("charge: {flat: 150.00}", "charge: {flat: 165.00}"));
      }
    }
    return books;
  }

  private Run simulate(Path first, Path second, Path orders, Object... options) {
    List<Object> words = new ArrayList<>(List.of("simulate", "--before", first));
    words.addAll(List.of("--after", second, orders, "--out", folder.resolve("out.csv")));
    words.addAll(List.of("--as-of", "2026-11-21T00:00:00Z", "--language", "en"));
    words.addAll(List.of(options));
    return Run.of(words.toArray());
  }

  private List<NamedCsvRecord> rows(String name) throws IOException {
    try (CsvReader<NamedCsvRecord> reader =
        CsvReader.builder().ofNamedCsvRecord(folder.resolve(name))) {
      return reader.stream().toList();
    }
  }

  private List<NamedCsvRecord> by(String by) throws IOException {
    return rows("out.csv").stream().filter(row -> row.getField("by").equals(by)).toList();
  }

  /** What settling the same file posts in all, by relation. */
  private Map<String, BigDecimal> settled(Path books, Path orders) throws IOException {
    Run.of(
        "settle",
        "--book",
        books,
        orders,
        "--out",
        folder.resolve("settled.csv"),
        "--as-of",
        "2026-11-21T00:00:00Z");
    Map<String, BigDecimal> sums = new TreeMap<>();
    for (NamedCsvRecord row : rows("settled.csv")) {
      if (!row.getField("number").isEmpty()) {
        sums.merge(
            row.getField("relation"), new BigDecimal(row.getField("amount")), BigDecimal::add);
      }
    }
    sums.values().removeIf(sum -> sum.signum() == 0);
    return sums;
  }

  private Map<String, BigDecimal> totals(String column) throws IOException {
    Map<String, BigDecimal> sums = new TreeMap<>();
    by("total")
        .forEach(row -> sums.put(row.getField("relation"), new BigDecimal(row.getField(column))));
    sums.values().removeIf(sum -> sum.signum() == 0);
    return sums;
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void theTotalsAreWhatSettleGivesForEachSetOfBooks(long seed) throws IOException {
    Path orders = folder.resolve("orders.csv");
    Files.writeString(orders, RandomFile.rows(seed, seed % 3 == 0 ? 3_000 : 150));
    simulate(before, after, orders);
    assertThat(totals("before")).isEqualTo(settled(before, orders)).isNotEmpty();
    assertThat(totals("after")).isEqualTo(settled(after, orders)).isNotEqualTo(totals("before"));
    for (String grouping : List.of("region", "counterparty", "service")) {
      assertThat(sum(by(grouping), "before")).as(grouping).isEqualTo(sum(by("total"), "before"));
      assertThat(sum(by(grouping), "after")).as(grouping).isEqualTo(sum(by("total"), "after"));
    }
  }

  private static BigDecimal sum(List<NamedCsvRecord> rows, String column) {
    return rows.stream()
        .map(row -> new BigDecimal(row.getField(column)))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {21, 22, 23})
  void equalBooksDifferInNothing(long seed) throws IOException {
    Path orders = Files.writeString(folder.resolve("orders.csv"), RandomFile.rows(seed, 300));
    simulate(before, before, orders);
    assertThat(by("order")).isEmpty();
    assertThat(rows("out.csv"))
        .isNotEmpty()
        .allMatch(row -> row.getField("changed").equals("0"))
        .allMatch(row -> new BigDecimal(row.getField("difference")).signum() == 0);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {31, 32, 33})
  void ordersThatDoNotDependOnOneAnotherMayComeInAnyOrder(long seed) throws IOException {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      lines.add(
          "W%d,1,COMPLETED,%s,,P%d,,,,%s,,%d,2,,2026-11-20 09:00,2026-11-20 14:00,,,,,,"
              .formatted(
                  i, i % 3 == 0 ? "安装" : "维修", i % 7, i % 2 == 0 ? "110105" : "410305", i * 9));
    }
    Path orders = folder.resolve("orders.csv");
    Files.writeString(orders, RandomFile.HEADING + String.join("\n", lines));
    simulate(before, after, orders);
    String straight = Files.readString(folder.resolve("out.csv"));
    Collections.shuffle(lines, new Random(seed));
    Files.writeString(orders, RandomFile.HEADING + String.join("\n", lines));
    simulate(before, after, orders);
    assertThat(folder.resolve("out.csv")).content().isEqualTo(straight);
  }

  @Test
  void theScenarioComesToWhatSettleGivesInEveryRelation() throws IOException {
    Path dearer = dearer();
    Run run = simulate(TEMPLATE.resolve("books"), dearer, SCENARIO);
    assertThat(totals("before")).isEqualTo(settled(TEMPLATE.resolve("books"), SCENARIO));
    assertThat(totals("after")).isEqualTo(settled(dearer, SCENARIO));
    assertThat(run.exitCode()).isEqualTo(ExitCode.FOUND_SOMETHING);
    assertThat(run.out())
        .contains("22 orders rated")
        .contains("0 rows repeated, 1 stale, 1 rejected")
        .contains("headquarters→partner  CNY")
        .containsPattern("\\+[\\d.]+ +0 +0  高级档");
    assertThat(rows("out.rejected.csv").getFirst().getField("reason"))
        .isEqualTo("is there with other facts: distanceMetres");
  }

  @Test
  void theLatestRevisionCounts() throws IOException {
    Path orders = folder.resolve("orders.csv");
    Files.writeString(
        orders,
        RandomFile.HEADING
            + order("A", 2, "110105", 4)
            + order("A", 1, "110105", 9)
            + order("B", 1, "110105", 9)
            + order("B", 2, "110105", 5));
    simulate(before, after, orders, "--by", "tier");
    NamedCsvRecord north = by("tier").getFirst();
    assertThat(north.getField("group")).isEqualTo("north");
    assertThat(north.getField("orders")).isEqualTo("2");
    assertThat(north.getField("before")).isEqualTo("360.05");
    assertThat(north.getField("after")).isEqualTo("500.00");
    assertThat(rows("out.csv"))
        .extracting(row -> row.getField("by"))
        .containsOnly("total", "tier", "order");
  }

  private static String order(String number, int revision, String region, int quantity) {
    return "%s,%d,COMPLETED,维修,,P1,,,,%s,,0,%d,,2026-11-20 09:00,2026-11-20 14:00,,,,,,\n"
        .formatted(number, revision, region, quantity);
  }

  @Test
  void anAmountThatOneSetRefusesIsNamedWithTheSet() throws IOException {
    Path orders = folder.resolve("orders.csv");
    String key = order("A", 1, "410305", 1).replace("维修,,P1", "维修,KEY,P1");
    String quote = "A,,,,,,,,,,,,,,,,,quote,headquarters→partner,labour,0,";
    Files.writeString(orders, RandomFile.HEADING + key + quote + "20.00\n" + quote + "5.00\n");
    Run run = simulate(before, after, orders);
    assertThat(run.exitCode()).isEqualTo(ExitCode.FOUND_SOMETHING);
    assertThat(rows("out.rejected.csv"))
        .extracting(row -> row.getField("row") + " " + row.getField("reason"))
        .containsExactly(
            "3 by the books after: amount 20.00 is outside of [200.00, 900.00]",
            "4 by the books before: amount 5.00 is outside of [10.00, 500.00]",
            "4 by the books after: amount 5.00 is outside of [200.00, 900.00]");
    NamedCsvRecord total = by("total").getFirst();
    assertThat(total.getField("newlyHeld")).isEqualTo("1");
    assertThat(total.getField("after")).isEqualTo("0.00");
  }

  @Test
  void aFactThatOneSetDoesNotKnowIsRefusedForBoth() throws IOException {
    Files.writeString(before, RandomFile.BEFORE + "measures:\n  days: {name: 天数, unit: 天}\n");
    Path orders = folder.resolve("orders.csv");
    Files.writeString(
        orders,
        RandomFile.HEADING.replace(",amount", ",amount,measures.days")
            + order("A", 1, "110105", 1).replace("\n", ",\n")
            + order("B", 1, "110105", 1).replace("\n", ",4\n"));
    Run run = simulate(before, after, orders);
    assertThat(run.out()).contains("1 orders rated").contains("1 rejected");
    assertThat(rows("out.rejected.csv").getFirst().getField("reason"))
        .startsWith("by the books after: is not a measure");
  }

  @Test
  void aFileOfJsonLinesHoldsTheSame() throws IOException {
    Path orders = Files.writeString(folder.resolve("orders.csv"), RandomFile.rows(5, 100));
    simulate(before, after, orders);
    Run.of(
        "simulate",
        "--before",
        before,
        "--after",
        after,
        orders,
        "--out",
        folder.resolve("out.ndjson"));
    List<String> lines = Files.readAllLines(folder.resolve("out.ndjson"));
    assertThat(lines).hasSameSizeAs(rows("out.csv"));
    assertThat(lines.getFirst())
        .startsWith("{\"relation\":\"headquarters→partner\",\"currency\":\"CNY\",\"by\":\"total\"")
        .contains("\"name\":\"合计\"")
        .containsPattern("\"orders\":\\d+,");
  }

  @Test
  void withoutAFileToWriteNothingIsWritten() throws IOException {
    Path orders = folder.resolve("orders.csv");
    Files.writeString(orders, RandomFile.HEADING + order("A", 1, "110105", 1));
    Run run = Run.of("simulate", "--before", before, "--after", after, orders);
    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(run.out()).contains("按区域", "北京市", "变化最大的工单", "计价");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()).collect(Collectors.toSet()))
          .containsExactlyInAnyOrder("before.yaml", "after.yaml", "orders.csv");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--by colour | expected one of [REGION, COUNTERPARTY, TIER, SERVICE]",
        "--largest -1 | --largest wants a number from 0, not \"-1\"",
        "--before missing.yaml | missing.yaml does not exist",
      })
  void whatCannotBeUnderstoodIsNamed(String words, String message) throws IOException {
    Path orders = Files.writeString(folder.resolve("orders.csv"), RandomFile.HEADING);
    Run run = simulate(before, after, orders, (Object[]) words.split(" "));
    assertThat(run.exitCode()).isEqualTo(ExitCode.UNUSABLE);
    assertThat(run.err()).contains(message).doesNotContain("Exception");
  }

  @Test
  void setsOfBooksInTwoZonesAreRefused() throws IOException {
    Files.writeString(after, RandomFile.AFTER.replace("Asia/Shanghai", "Asia/Tokyo"));
    Path orders = Files.writeString(folder.resolve("orders.csv"), RandomFile.HEADING);
    Run run = simulate(before, after, orders);
    assertThat(run.exitCode()).isEqualTo(ExitCode.UNUSABLE);
    assertThat(run.err()).contains("before are in zone Asia/Shanghai").contains("Asia/Tokyo");
  }
}
