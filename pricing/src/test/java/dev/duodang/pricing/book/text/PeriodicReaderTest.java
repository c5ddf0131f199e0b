package dev.duodang.pricing.book.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duodang.pricing.region.GbT2260;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What counters and rebates cannot mean is refused where it stands. */
class PeriodicReaderTest {

  private static final String HEAD =
      """
      book: sample
      relation: headquarters→partner
      currency: CNY
      zone: Asia/Shanghai
      validFrom: 2026-01-01
      counters: {n: {period: month}}
      categories: {labour: {per: item}}
      """;

  private static final String TIER = "tiers: [{tier: t, category: labour, priority: 1, charge: {";

  private static String first(String text) {
    BookReading reading = BookReader.of(GbT2260.tree()).read(text);
    return reading instanceof BookReading.Refused refused
        ? refused.problems().stream()
            .map(one -> one.line() + ": " + one.message() + " | " + one.allowed())
            .findFirst()
            .orElseThrow()
        : "read";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "flat: 1, scope: period, counter: n                  | read",
        "flat: 1, scope: period                              | a scope of a period needs the counter",
        "flat: 1, scope: visit, counter: n                   | the scope must be period",
        "flat: 1, scope: period, counter: m                  | is not a counter that the book declares",
        "flat: 1, scope: period, counter: n, count: highest  | the highest is not kept",
      })
  void aChargeOverAPeriodNamesItsCounter(String charge, String message) {
    String problem = first(HEAD + TIER + charge + "}}]\n");
    assertThat(problem).contains(message);
    assertThat(problem.equals("read") || problem.startsWith("8:")).as(problem).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "period: month, volume: [{percent: 3}]                                  | read",
        "volume: [{percent: 3}]                                                 | \"period\" is missing",
        "period: week, volume: [{percent: 3}]                                   | day, month, quarter, year",
        "period: month                                                          | a rebate without steps",
        "period: month, volume: [{percent: 3}], graduated: [{percent: 3}]       | volume and graduated both",
        "period: month, volume: [{upTo: 3, percent: 3}]                         | needs an open last step",
        "period: month, volume: [{upTo: 3, percent: 1}, {upTo: 3, percent: 2}, {percent: 3}] | must be greater than 3",
        "period: month, volume: [{percent: 101}]                                | must be between 0 and 100",
        "period: month, volume: [{price: -1}]                                   | a rebate gives",
        "period: month, volume: [{upTo: 3}, {percent: 1}]                       | the step gives nothing",
        "period: month, measure: hours, volume: [{percent: 1}]                  | orders, quantity, amount, or {outside: NAME}",
        "period: month, measure: {outside: nps}, volume: [{percent: 1}]         | read",
        "period: month, measure: {outside: nps, name: 推荐, unit: 分}, graduated: [{price: 1, flat: 2}] | read",
        "period: month, measure: {name: nps}, volume: [{percent: 1}]            | \"outside\" is missing",
        "period: month, measure: {outside: ''}, volume: [{percent: 1}]          | 1 to 40 printable characters",
        "period: month, measure: {outside: a, units: b}, volume: [{percent: 1}] | did you mean \"unit\"",
        "period: month, measure: [orders], volume: [{percent: 1}]               | a list is not a single value",
        "period: month, measure: {outside: nps}, graduated: [{percent: 1}]      | percent is for volume",
      })
  void aRebateSaysItsPeriodAndRisingSteps(String rest, String message) {
    String rebate = "rebates:\n  - {rebate: r, on: labour, " + rest + "}\n";
    String problem = first(HEAD + TIER + "flat: 1}}]\n" + rebate);
    assertThat(problem).contains(message);
    assertThat(problem.equals("read") || problem.startsWith("10:")).as(problem).isTrue();
  }

  @Test
  void aLimitCountsInACounterOfItsOwn() {
    String counting = HEAD + TIER + "flat: 1, scope: period, counter: n}}]\n";
    String limit = "  - {modifier: %s, on: labour, maximum: 9, scope: period, counter: n}\n";
    assertThat(first(counting + "modifiers:\n" + limit.formatted("a")))
        .startsWith("10: a limit counts in a counter with something else");
    String alone = HEAD + TIER + "flat: 1}}]\nmodifiers:\n" + limit.formatted("a");
    assertThat(first(alone)).isEqualTo("read");
    assertThat(first(alone + limit.formatted("b")))
        .startsWith("11: a limit counts in a counter with something else");
  }
}
