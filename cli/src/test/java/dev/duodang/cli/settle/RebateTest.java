package dev.duodang.cli.settle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duodang.cli.ExitCode;
import dev.duodang.cli.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rebate of the house scenario, and counts over a period, by file. */
class RebateTest {

  private static final Path BOOK = Run.checkout("templates/home-appliance/books/home-service.yaml");
  private static final String HEADING =
      "orderNo,revision,status,service,quantity,counterparty.id,counterparty.type,customer.class,"
          + "address,createdAt,completedAt,cancelledAt\n";

  @TempDir private Path folder;

  private static String order(int number, String completed) {
    return "V%03d,1,COMPLETED,安装,1,P7,VOLUME,MEMBER,河南省郑州市,2026-11-01 08:00,%s,\n"
        .formatted(number, completed);
  }

  private static String orders(int from, int until) {
    return IntStream.range(from, until)
        .mapToObj(number -> order(number, "2026-11-20 14:00"))
        .collect(Collectors.joining());
  }

  private Run settle(Path book, String rows, Object... more) throws IOException {
    Path file = folder.resolve("orders.csv");
    Files.writeString(file, HEADING + rows);
    Object[] arguments = {"settle", "--book", book, file, "--language", "en"};
    return Run.of(
        java.util.stream.Stream.concat(
                java.util.Arrays.stream(arguments), java.util.Arrays.stream(more))
            .toArray());
  }

  private List<String> rebates() throws IOException {
    return Files.readAllLines(folder.resolve("rebates.csv"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "99  | 99,99,9900.00,0.00,CNY,2,303.00",
        "488 | 488,488,48800.00,1464.00,CNY,13,1041.00",
        "620 | 620,620,62000.00,3100.00,CNY,,",
      })
  void theRebateOfTheHouseIsWhatTheScenarioStates(int orders, String row) throws IOException {
    Run run = settle(BOOK, orders(0, orders), "--rebates", folder.resolve("rebates.csv"));
    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(rebates()).hasSize(2);
    assertThat(rebates().getLast())
        .startsWith(
            "headquarters→partner,,P7,volume-bonus,月度量返,MONTH,2026-11-01,2026-12-01," + row);
    assertThat(run.out()).contains("rebates accrued:", "P7  月度量返");
    if (orders == 488) {
      assertThat(run.out()).contains("13 more orders to 5 %: +¥1,041.00 at today's average");
    }
  }

  @Test
  void aRebateGoesOnInTheNextRunAndAReversedOrderNoLongerCounts() throws IOException {
    Path state = folder.resolve("orders.state");
    settle(BOOK, orders(0, 480), "--state", state);
    String cancelled =
        "V003,2,CANCELLED,安装,1,P7,VOLUME,MEMBER,河南省郑州市,2026-11-01 08:00,,2026-11-21 08:00\n";
    Run run = settle(BOOK, orders(480, 489) + cancelled, "--state", state);
    assertThat(run.out()).contains("1,464.00 CNY          488");
    assertThat(settle(BOOK, orders(0, 489), "--state", state).out())
        .contains("1,464.00 CNY          488");
  }

  @Test
  void theRebateCountsOrdersOfBothVersionsOfABook() throws IOException {
    Path books = folder.resolve("books");
    Files.createDirectories(books);
    String text = Files.readString(BOOK);
    Files.writeString(books.resolve("1.yaml"), text);
    Files.writeString(
        books.resolve("2.yaml"),
        text.replace("validFrom: 2026-01-01", "validFrom: 2026-11-16")
            .replaceFirst("flat: 100\\.00", "flat: 110.00"));
    String rows = order(1, "2026-11-15 23:59:59") + order(2, "2026-11-16 00:00:00");
    settle(books, rows, "--rebates", folder.resolve("rebates.csv"));
    assertThat(Files.readString(folder.resolve("orders.settled.csv")))
        .contains("标准档,1,100.00", "标准档,1,110.00");
    assertThat(rebates().getLast()).contains("2026-11-01,2026-12-01,2,2,270.00,0.00,CNY,99");
  }

  private Run score(String measures) throws IOException {
    Path book = folder.resolve("scores.yaml");
    Files.writeString(
        book,
        """
        book: scores
        relation: headquarters→partner
        currency: CNY
        zone: Asia/Shanghai
        validFrom: 2026-01-01
        categories: {labour: {name: 人工, per: item}}
        tiers: [{tier: t, category: labour, priority: 1, charge: {flat: 100.00}}]
        rebates:
          - rebate: quality
            name: 满意度奖
            on: labour
            period: month
            measure: {outside: satisfaction, name: 满意度, unit: 分}
            volume: [{upTo: 90, percent: 0}, {percent: 5, flat: 20.00}]
        """);
    Path file = Files.writeString(folder.resolve("measures.csv"), measures);
    Path rebates = folder.resolve("rebates.csv");
    return settle(book, orders(0, 10), "--measures", file, "--rebates", rebates);
  }

  @Test
  void aRebateGoesByTheValueThatWasReportedLast() throws IOException {
    Run run =
        score(
            """
            measure,party,period,value,revision
            satisfaction,P7,2026-11,95.5,2
            satisfaction,P7,2026-11,60,1
            satisfaction,P7,2026-10,10,9
            satisfaction,P8,2026-11,10,9
            """);
    assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
    assertThat(rebates().getFirst()).endsWith(",message,measured");
    assertThat(rebates().getLast())
        .isEqualTo(
            "headquarters→partner,,P7,quality,满意度奖,MONTH,2026-11-01,2026-12-01,10,10,1000.00,"
                + "70.00,CNY,,,满意度 95.5 分 at 5 % + ¥20.00: ¥70.00,95.5");
  }

  @Test
  void aRebateSaysThatItsMeasureIsNotReportedYet() throws IOException {
    Run run = score("measure,party,period,value\nsatisfaction,P7,2026-10,95.5\n");
    assertThat(run.out()).contains("满意度 is not reported yet, so that nothing is accrued");
    assertThat(rebates().getLast())
        .endsWith(
            ",10,10,1000.00,0.00,CNY,,,\"满意度 is not reported yet, so that nothing is accrued\",");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "measure,party,period           |                         | the column \"value\" is missing",
        "measure,party,period,value,by  | satisfaction,P7,2026,1,x | the column \"by\" is not known",
        "measure,party,period,value     | satisfaction,P7,2026-13,1 | line 2, period \"2026-13\": \"2026-13\" is not a year such as 2026",
        "measure,party,period,value     | satisfaction,,2026-11,1 | line 2, party \"\"",
        "measure,party,period,value     | satisfaction,P7,2026-11,x | line 2, value \"x\"",
        "measure,party,period,value     | satisfaction,P7,2026-11,-1 | is not a number from 0 to 1000000000000 with at most six decimals",
        "measure,party,period,value,revision | satisfaction,P7,2026-11,1,0 | revision 0 is not a whole number from 1",
        "measure,party,period,value,revision | satisfaction,P7,2026-11,1,a | revision \"a\" is not a whole number from 1",
      })
  void aFileOfMeasuresThatCannotBeReadEndsTheRunBeforeItBegins(
      String heading, @org.jspecify.annotations.Nullable String row, String message)
      throws IOException {
    Run run = score(heading + "\n" + (row == null ? "" : row + "\n"));
    assertThat(run.exitCode()).isEqualTo(ExitCode.UNUSABLE);
    assertThat(run.err()).contains("measures.csv", message);
    assertThat(folder.resolve("orders.settled.csv")).doesNotExist();
  }

  @Test
  void aRevisionWithAnotherValueIsRefused() throws IOException {
    Run run =
        score(
            """
            measure,party,period,value,revision
            satisfaction,P7,2026-11,95.5,2
            satisfaction,P7,2026-11,95.50,2
            satisfaction,P7,2026-11,96,2
            """);
    assertThat(run.exitCode()).isEqualTo(ExitCode.UNUSABLE);
    assertThat(run.err())
        .contains("line 4, value \"96\": revision 2 is there with another value")
        .contains("allowed is a higher revision");
  }

  private static final String COUNTING =
      """
      book: counting
      relation: headquarters→partner
      currency: CNY
      zone: Asia/Shanghai
      validFrom: 2026-01-01
      counters: {installed: {name: 安装量, period: month}}
      categories: {labour: {name: 人工, per: item}}
      tiers:
        - {tier: 阶梯, category: labour, priority: 1, charge: {graduated: [{upTo: 100, price: 10.00}, {price: 8.00}], scope: period, counter: installed}}
      """;

  @Test
  void aCountGoesOnInTheNextRunAndAReversalGivesBackAtTheTop() throws IOException {
    Path book = folder.resolve("counting.yaml");
    Files.writeString(book, COUNTING);
    Path state = folder.resolve("orders.state");
    settle(book, orders(0, 99), "--state", state);
    settle(book, orders(99, 102), "--state", state);
    assertThat(amounts()).containsExactly("10.00", "8.00", "8.00");
    String cancelled =
        "V000,2,CANCELLED,安装,1,P7,VOLUME,MEMBER,河南省郑州市,2026-11-01 08:00,,2026-11-21 08:00\n";
    settle(book, cancelled + orders(102, 103), "--state", state);
    assertThat(amounts()).containsExactly("-8.00", "8.00");
  }

  /** The amounts of all lines of the last run. */
  private List<String> amounts() throws IOException {
    return Files.readAllLines(folder.resolve("orders.settled.csv")).stream()
        .filter(line -> line.contains(",SETTLED,"))
        .map(line -> line.replaceFirst(".*,(-?[0-9]+\\.[0-9]{2}),CNY,.*", "$1"))
        .toList();
  }

  @Test
  void aFileGivesTheSameLinesInOneRunAndInMany() throws IOException {
    Path book = folder.resolve("counting.yaml");
    Files.writeString(book, COUNTING);
    settle(book, orders(0, 300));
    List<String> once = amounts();
    assertThat(once.stream().filter("10.00"::equals)).hasSize(100);
    assertThat(once.stream().filter("8.00"::equals)).hasSize(200);
    Path state = folder.resolve("orders.state");
    List<String> many = new java.util.ArrayList<>();
    for (int i = 0; i < 300; i += 50) {
      settle(book, orders(i, i + 50), "--state", state);
      many.addAll(amounts());
    }
    assertThat(many).isEqualTo(once);
  }
}
