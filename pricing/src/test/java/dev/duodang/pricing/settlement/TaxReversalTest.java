package dev.duodang.pricing.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duodang.pricing.sample.BookText;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A line that is taken back takes its tax back. */
class TaxReversalTest {

  private static final String BOOK =
      """
      taxes: {prices: PRICES, payee: general, category: service, rates: {service: {general: 6, individual: 3}}}
      categories: {labour: {per: item}, once: {per: order}}
      tiers:
        - {tier: 人工, category: labour, priority: 1, when: {service: x}, charge: {perUnit: 33.33}}
        - {tier: 每户, category: once, priority: 1, charge: {perUnit: 7.77, maximum: 20.00, scope: visit}}
      """;

  private static Counter desk(String prices) {
    return Counter.of(BookText.compiled(BOOK.replace("PRICES", prices)));
  }

  private static String taxes(List<Posting> postings) {
    return postings.stream()
        .map(one -> one.label() + " " + one.tax().net() + " + " + one.tax().tax())
        .collect(Collectors.joining(", "));
  }

  private static long tax(Counter desk, String orderNo) {
    return desk.posted(orderNo).stream().mapToLong(one -> one.tax().tax().minor()).sum();
  }

  @ParameterizedTest
  @ValueSource(strings = {"inclusive", "exclusive"})
  void aRevisionTakesTheTaxOfTheEarlierOneBack(String prices) {
    Counter desk = desk(prices);
    desk.deliver("no=A rev=1; service=x qty=3");
    desk.deliver("no=A rev=2 taxpayer=INDIVIDUAL; service=x qty=7");
    Counter fresh = desk(prices);
    fresh.deliver("no=A rev=1 taxpayer=INDIVIDUAL; service=x qty=7");
    assertThat(tax(desk, "A")).isEqualTo(tax(fresh, "A")).isPositive();
    desk.deliver("no=A rev=3 status=CANCELLED; service=x");
    assertThat(tax(desk, "A")).isZero();
    assertThat(desk.total("A").signum()).isZero();
  }

  @Test
  void aReversalNamesNetAndTaxOfWhatItTakesBack() {
    Counter desk = desk("inclusive");
    desk.deliver("no=A rev=1; service=x");
    desk.deliver("no=A rev=2 status=CANCELLED; service=x");
    assertThat(taxes(desk.posted("A")))
        .isEqualTo("人工 31.44 + 1.89, 每户 7.33 + 0.44, 人工 -31.44 + -1.89, 每户 -7.33 + -0.44");
  }

  @Test
  void whatAVisitGivesBackBearsTheTaxOfItsTier() {
    Counter desk = desk("inclusive");
    desk.deliver("no=A rev=1 visit=V; service=y qty=2");
    desk.deliver("no=B rev=1 visit=V; service=y qty=2");
    desk.deliver("no=A rev=2 visit=V status=CANCELLED; service=y");
    desk.deliver("no=B rev=2 visit=V status=CANCELLED; service=y");
    assertThat(taxes(desk.posted("A"))).isEqualTo("每户 14.66 + 0.88, 每户 -4.21 + -0.25");
    assertThat(taxes(desk.posted("B"))).isEqualTo("每户 4.21 + 0.25, 每户 -14.66 + -0.88");
    for (String order : List.of("A", "B")) {
      assertThat(desk.posted(order))
          .allSatisfy(one -> assertThat(one.tax().gross()).isEqualTo(one.amount()));
    }
    assertThat(desk.total("A").plus(desk.total("B")).signum()).isZero();
  }
}
