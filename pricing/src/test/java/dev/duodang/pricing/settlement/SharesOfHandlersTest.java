package dev.duodang.pricing.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duodang.pricing.book.Relation;
import dev.duodang.pricing.money.Currency;
import dev.duodang.pricing.money.Exact;
import dev.duodang.pricing.money.Money;
import dev.duodang.pricing.order.PartyId;
import dev.duodang.pricing.order.WorkOrder;
import dev.duodang.pricing.sample.BookText;
import dev.duodang.pricing.sample.OrderText;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How handlers share a line. */
class SharesOfHandlersTest {

  private static Money yuan(String amount) {
    return Money.round(Exact.parse(amount), Currency.CNY, RoundingMode.UNNECESSARY);
  }

  private static String shared(String relation, String order, String amount) {
    return Shares.of(Relation.parse(relation), OrderText.parse(order), yuan(amount))
        .entrySet()
        .stream()
        .map(share -> share.getKey().text() + " " + share.getValue())
        .collect(Collectors.joining(", "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "E1              |  100.00 | E1 100.00",
        "E1,E2,E3        |  100.00 | E1 33.34, E2 33.33, E3 33.33",
        "E1,E2,E3        | -100.00 | E1 -33.34, E2 -33.33, E3 -33.33",
        "E1,E2,E3        |  100.01 | E1 33.34, E2 33.34, E3 33.33",
        "E1,E2,E3        |    0.01 | E1 0.01, E2 0.00, E3 0.00",
        "E1,E2,E3        |    0.00 | E1 0.00, E2 0.00, E3 0.00",
        "E1:0.6,E2:0.4   |  100.00 | E1 60.00, E2 40.00",
        "E1:3,E2:1       |   53.50 | E1 40.13, E2 13.37",
        "E1:1,E2:2       |  100.00 | E1 33.33, E2 66.67",
        "E1:0,E2:1       |  100.00 | E1 0.00, E2 100.00",
        "E1,E2,E1        |  100.00 | E1 66.67, E2 33.33",
        "E1:0.5,E1:0.5   |   53.51 | E1 53.51",
      })
  void engineersShareByWeightAndWhatIsLeftGoesToTheLargestRemainder(
      String handlers, String amount, String expected) {
    assertThat(shared("partner→engineer", "handlers=" + handlers, amount)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "headquarters→partner    | handlers=E1,E2                     | P1 100.00",
        "headquarters→engineer   | kind=ENGINEER partner=E9           | E9 100.00",
        "department→department   | kind=DEPARTMENT partner=D1 for=D2  | D1 100.00",
        "brand→headquarters      | handlers=E1,E2                     | ''",
        "headquarters→partner    | nobody=yes handlers=E1             | ''",
      })
  void whoeverElseIsPaidGetsAll(String relation, String order, String expected) {
    assertThat(shared(relation, order, "100.00")).isEqualTo(expected);
  }

  private static final String BOOK =
      """
      book: engineers
      relation: headquarters→engineer
      currency: CNY
      zone: Asia/Shanghai
      validFrom: 2026-01-01
      categories: {labour: {per: order}}
      tiers: [{tier: 维修, category: labour, priority: 1, charge: {flat: 100.00}}]
      """;

  @Test
  void aRevisionWithOtherHandlersTakesBackFromThoseOfTheLine() {
    Counter desk = Counter.of(BookText.compile(BookText.book(BOOK)));
    List<Change> changes =
        List.of(
            desk.change(OrderText.parse("rev=1 service=维修 handlers=E1,E2,E3")),
            desk.change(OrderText.parse("rev=2 service=维修 handlers=E3,E4:2")));
    assertThat(shares(changes.get(1)))
        .containsExactly(
            "REVERSAL {E1=-33.34, E2=-33.33, E3=-33.33}", "CHARGE {E3=33.33, E4=66.67}");
    Map<PartyId, Money> sums = new LinkedHashMap<>();
    for (Change change : changes) {
      for (Posting line : change.postings()) {
        WorkOrder order = change.orderOf(line);
        Shares.of(line.relation(), order, line.amount())
            .forEach((handler, share) -> sums.merge(handler, share, Money::plus));
      }
    }
    assertThat(sums)
        .isEqualTo(
            Map.of(
                PartyId.of("E1"), yuan("0.00"),
                PartyId.of("E2"), yuan("0.00"),
                PartyId.of("E3"), yuan("33.33"),
                PartyId.of("E4"), yuan("66.67")));
  }

  private static List<String> shares(Change change) {
    List<String> shares = new ArrayList<>();
    for (Posting line : change.postings()) {
      shares.add(
          line.kind() + " " + Shares.of(line.relation(), change.orderOf(line), line.amount()));
    }
    return shares;
  }
}
