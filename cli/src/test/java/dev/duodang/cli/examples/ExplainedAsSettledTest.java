package dev.duodang.cli.examples;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.duodang.cli.ExitCode;
import dev.duodang.cli.OrderFiles;
import dev.duodang.cli.Run;
import dev.duodang.intake.Row;
import dev.duodang.intake.RowSource;
import dev.duodang.pricing.order.WorkOrder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code explain} says of an order is to the fen what {@code settle} makes of it. */
class ExplainedAsSettledTest {

  private static final String AS_OF = "2026-11-28T00:00:00Z";

  @TempDir Path folder;

  /** Alone in its file, so that nothing before it counts: one row, no visit, no other order. */
  private static Set<String> standingAlone(Path orders) throws IOException {
    Map<String, Integer> rows = new TreeMap<>();
    Set<String> alone = new TreeSet<>();
    try (RowSource source =
        OrderFiles.open(orders, ZoneId.of("Asia/Shanghai"), StandardCharsets.UTF_8)) {
      for (RowSource.Numbered row = source.next(); row != null; row = source.next()) {
        switch (row.row()) {
          case Row.Order(WorkOrder order) -> {
            rows.merge(order.orderNo().text(), 1, Integer::sum);
            if (order.visitId() == null && order.related() == null) {
              alone.add(order.orderNo().text());
            }
          }
          case Row.Decided decided ->
              rows.merge(decided.decision().orderNo().text(), 1, Integer::sum);
          case Row.Refused _ -> {}
        }
      }
    }
    alone.removeIf(number -> rows.getOrDefault(number, 0) > 1);
    return alone;
  }

  @ParameterizedTest
  @CsvSource({
    "templates/home-appliance/books, templates/home-appliance/scenario/orders.ndjson, 14",
    "examples/published-fees/book.yaml, examples/published-fees/orders.ndjson, 60",
    "examples/addresses/book.yaml, examples/addresses/orders.csv, 32",
    "examples/holidays/book.yaml, examples/holidays/orders.csv, 7",
  })
  void theAmountsOfAnExplanationAreThoseThatSettle(String books, String file, int atLeast)
      throws IOException {
    Path orders = Run.checkout(file);
    Path lines = folder.resolve("lines.csv");
    Run settled =
        Run.of("settle", "--book", Run.checkout(books), orders, "--out", lines, "--as-of", AS_OF);
    assertThat(settled.exitCode()).as(settled.err()).isNotEqualTo(ExitCode.UNUSABLE);
    Map<String, List<NamedCsvRecord>> rows =
        Settled.table(lines).stream()
            .collect(Collectors.groupingBy(row -> row.getField("orderNo")));
    Set<String> alone = standingAlone(orders);
    assertThat(alone).hasSizeGreaterThanOrEqualTo(atLeast);
    for (String number : alone) {
      Run explained =
          Run.of(
              "explain",
              "--book",
              Run.checkout(books),
              "--order",
              number,
              orders,
              "--as-of",
              AS_OF);
      assertThat(explained.exitCode()).as(explained.err()).isEqualTo(ExitCode.OK);
      assertThat(explained(explained.out()))
          .as("%s of %s", number, file)
          .isEqualTo(settled(rows.getOrDefault(number, List.of())));
    }
  }

  /** Of each relation its state, then the name and amount of each line. */
  private static Map<String, List<String>> settled(List<NamedCsvRecord> rows) {
    Map<String, List<String>> relations = new LinkedHashMap<>();
    for (NamedCsvRecord row : rows) {
      if (!row.getField("relation").isEmpty()) {
        List<String> lines =
            relations.computeIfAbsent(
                row.getField("relation"), _ -> new ArrayList<>(List.of(row.getField("state"))));
        if (!row.getField("amount").isEmpty()) {
          lines.add(row.getField("label") + " " + row.getField("amount"));
        }
      }
    }
    return relations;
  }

  /** The same of what is printed: heads stand at the margin, lines four blanks from it. */
  private static Map<String, List<String>> explained(String out) {
    Map<String, List<String>> relations = new LinkedHashMap<>();
    List<String> lines = new ArrayList<>();
    for (String text : out.lines().toList()) {
      if (!text.startsWith(" ")) {
        String[] head = text.split("  ", -1);
        lines = new ArrayList<>(List.of(head[1]));
        relations.put(head[0], lines);
      } else if (text.startsWith("    ") && text.charAt(4) != ' ') {
        String line = text.strip().replaceFirst("(-?[0-9]+\\.[0-9]{2})( = |，|$).*", "$1");
        if (line.matches(".* -?[0-9]+\\.[0-9]{2}")) {
          lines.add(line);
        }
      }
    }
    return relations;
  }
}
