package dev.duodang.pricing.rating;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duodang.pricing.order.OrderNo;
import dev.duodang.pricing.order.VisitId;
import dev.duodang.pricing.sample.Desk;
import dev.duodang.pricing.sample.OrderText;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Counts and limits over the orders of one visit: later ones get the difference. */
class VisitTest {

  private static final String BOOK =
      """
      categories: {work: {per: item}, travel: {per: order}, wash: {per: item}, bulk: {per: item}}
      tiers:
        - {tier: 高空, category: work, priority: 1, when: {service: 高空}, charge: {perUnit: 100.00, scope: visit, maximum: 200.00}}
        - {tier: 维修, category: work, priority: 1, when: {service: 维修}, charge: {perUnit: 1.00}}
        - {tier: 交通, category: travel, priority: 1, charge: {distance: {start: 20.00, first: 25 km, perKm: 1.5}, scope: visit, count: highest}}
        - {tier: 清洗, category: wash, priority: 1, when: {service: 清洗}, charge: {graduated: [{upTo: 1, price: 30.00}, {price: 20.00}], scope: visit}}
        - {tier: 批量, category: bulk, priority: 1, when: {service: 批量}, charge: {volume: {steps: [{upTo: 2, price: 10.00}, {upTo: 5, price: 5.00}]}, scope: visit}}
      modifiers:
        - {modifier: 低, on: work, when: {service: 维修}, minimum: 60.00, scope: visit}
      """;

  /** Orders of one visit one after the other, divided by " / ". */
  private static String visit(String orders) {
    Desk desk = Desk.with(BOOK);
    String[] texts = orders.split("/", -1);
    return Arrays.stream(texts)
        .map(
            text ->
                desk.rate("no=W" + Arrays.asList(texts).indexOf(text) + " visit=V1 " + text.trim()))
        .collect(Collectors.joining(" / "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "service=高空 qty=3                    | 高空 200.00",
        "service=高空 qty=2 / service=高空     | 高空 200.00 / nothing",
        "service=高空 / service=高空 qty=2     | 高空 100.00 / 高空 100.00",
        "; service=高空; service=高空 qty=2    | 高空 100.00 + 高空 100.00",
        "km=25 / km=40                         | 交通 20.00 / 交通 22.50",
        "km=40 / km=25                         | 交通 42.50 / nothing",
        "km=30 / km=40 / km=30                 | 交通 27.50 / 交通 15.00 / nothing",
        "service=清洗 / service=清洗           | 清洗 30.00 / 清洗 20.00",
        "service=清洗 qty=3                    | 清洗 70.00",
        "service=批量 qty=2 / service=批量     | 批量 20.00 / 批量 -5.00",
        "service=批量 qty=3 / service=批量 qty=2.5 | 批量 15.00 / OUT_OF_RANGE bulk 0",
        "service=维修 qty=45 / service=维修 qty=10 / service=维修 qty=10"
            + " | 维修 45.00 + 低 15.00 / 维修 10.00 + 低 -10.00 / 维修 10.00 + 低 -5.00",
      })
  void laterOrdersGetTheDifference(String orders, String results) {
    assertThat(visit(orders)).isEqualTo(results);
  }

  @Test
  void ordersOfOtherVisitsOrOfNoneStandAlone() {
    Desk desk = Desk.with(BOOK);
    assertThat(desk.rate("no=A visit=V1 service=高空 qty=2")).isEqualTo("高空 200.00");
    assertThat(desk.rate("no=B visit=V2 service=高空 qty=2")).isEqualTo("高空 200.00");
    assertThat(desk.rate("no=C service=高空 qty=2")).isEqualTo("高空 200.00");
    assertThat(desk.rate("no=D service=高空 qty=2")).isEqualTo("高空 200.00");
    assertThat(desk.rate("no=E visit=V1 service=高空")).isEqualTo("nothing");
  }

  @Test
  void whatIsOnlyEstimatedOrHeldDoesNotCount() {
    Desk desk = Desk.with(BOOK);
    assertThat(desk.rate("no=A visit=V1 status=OPEN service=高空 qty=2"))
        .isEqualTo("ESTIMATED 高空 200.00");
    assertThat(desk.rate("no=B visit=V1; service=高空 qty=2; service=批量 qty=9"))
        .isEqualTo("OUT_OF_RANGE bulk 1");
    assertThat(desk.rate("no=C visit=V1 service=高空 qty=2")).isEqualTo("高空 200.00");
  }

  @Test
  void theFormulaShowsWhatTheVisitHasAndWhatWasGiven() {
    Desk desk = Desk.with(BOOK);
    desk.rate("no=A visit=V1 service=高空");
    Rated second = desk.rated("no=B visit=V1 service=高空 qty=2");
    assertThat(second.lines().getFirst().computation().text())
        .isEqualTo("min(3 × 100.00, 200.00) − 100.00");
    desk.rate("no=C visit=V2 km=25");
    assertThat(desk.rated("no=D visit=V2 km=40").lines().getFirst().computation().text())
        .isEqualTo("20.00 + 15 × 1.5 − 20.00");
  }

  @Test
  void anOrderTakenOutOfATallyGivesBackAtTheTop() {
    Desk desk = Desk.with(BOOK);
    desk.rate("no=A visit=V1 service=清洗");
    Rated second = desk.rated("no=B visit=V1 service=清洗 qty=2");
    assertThat(Desk.text(second)).isEqualTo("清洗 40.00");
    TallyKey key = second.tallies().keySet().iterator().next();
    assertThat(key.visit()).isEqualTo(VisitId.of("V1"));
    Rater rater = new Rater(dev.duodang.pricing.sample.BookText.compiled(BOOK));
    Rater.Withdrawal withdrawal =
        rater.withdraw(key, second.tallies().get(key), OrderText.parse("no=A"));
    assertThat(withdrawal.change()).hasToString("-20.00");
    assertThat(withdrawal.rest().contributions())
        .extracting(Tally.Contribution::order)
        .containsExactly(OrderNo.of("B"));
    assertThat(withdrawal.rest().givenMinor()).isEqualTo(5000);
    assertThat(rater.withdraw(key, withdrawal.rest(), OrderText.parse("no=B")).rest())
        .isEqualTo(Tally.EMPTY);
  }
}
