package dev.duodang.pricing.rating;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duodang.pricing.book.text.BookReader;
import dev.duodang.pricing.book.text.BookReading;
import dev.duodang.pricing.region.GbT2260;
import dev.duodang.pricing.sample.Desk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a tier says beyond its charge: what it gives way to, and what leaves its limits. */
class TierRulesTest {

  private static final String INSPECTION =
      """
      categories: {repair: {per: item}, inspection: {per: item}, callOut: {per: order}}
      tiers:
        - {tier: 修理, category: repair, priority: 1, when: {service: 维修}, charge: {perUnit: 100.00}}
        - {tier: 检查, category: inspection, priority: 1, charge: {flat: 30.00}, unlessCategory: repair}
        - {tier: 上门, category: callOut, priority: 1, charge: {flat: 20.00}, unlessCategory: [repair, inspection]}
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "; service=检查                | 检查 30.00",
        "; service=维修                | 修理 100.00",
        "; service=检查; service=维修  | 修理 100.00",
        "; service=维修 qty=0          | 检查 30.00",
      })
  void aLineFallsAwayWhereAnotherCategoryHasOne(String order, String result) {
    assertThat(Desk.with(INSPECTION).rate(order)).isEqualTo(result);
  }

  @Test
  void aTierGivesWayOnlyToCategoriesPricedBeforeIt() {
    String text =
        """
        book: b
        relation: headquarters→partner
        currency: CNY
        zone: Asia/Shanghai
        validFrom: 2026-01-01
        categories: {first: {per: item}, second: {per: item}}
        tiers: [{tier: t, category: first, priority: 1, charge: {flat: 1}, unlessCategory: second}]
        """;
    BookReading.Refused refused = (BookReading.Refused) BookReader.of(GbT2260.tree()).read(text);
    assertThat(refused.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.message()).contains("\"second\" is priced after first");
              assertThat(problem.allowed()).contains("declares before first");
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "clamp | qty=1   | t 50.00",
        "clamp | qty=5   | t 50.00",
        "clamp | qty=20  | t 200.00",
        "clamp | qty=21  | t 200.00",
        "hold  | qty=1   | OUT_OF_RANGE fee 0",
        "hold  | qty=4.9 | OUT_OF_RANGE fee 0",
        "hold  | qty=5   | t 50.00",
        "hold  | qty=20  | t 200.00",
        "hold  | qty=20.1 | OUT_OF_RANGE fee 0",
      })
  void anAmountOutsideOfItsLimitsIsMovedThereOrHolds(String word, String item, String result) {
    String charge = "{perUnit: 10.00, minimum: 50.00, maximum: 200.00}";
    assertThat(Desk.with(tier(charge, word)).rate("; service=x " + item)).isEqualTo(result);
    String sum = "{sum: [{perUnit: 6.00}, {perUnit: 4.00}], minimum: 50.00, maximum: 200.00}";
    assertThat(Desk.with(tier(sum, word)).rate("; service=x " + item)).isEqualTo(result);
  }

  private static String tier(String charge, String outOfRange) {
    return """
    categories: {fee: {per: item}}
    tiers: [{tier: t, category: fee, priority: 1, outOfRange: %s, charge: %s}]
    """
        .formatted(outOfRange, charge);
  }

  @Test
  void aCountHoldsWhereItsTotalLeavesItsLimits() {
    Desk desk = Desk.with(tier("{perUnit: 10.00, maximum: 200.00, scope: visit}", "hold"));
    assertThat(desk.rate("no=A visit=V; service=x qty=15")).isEqualTo("t 150.00");
    assertThat(desk.rate("no=B visit=V; service=x qty=6")).isEqualTo("OUT_OF_RANGE fee 0");
    assertThat(desk.rate("no=C visit=V; service=x qty=5")).isEqualTo("t 50.00");
  }

  private static final String GOODS =
      """
      categories: {PER}
      tiers: [{tier: 价目, category: goods, priority: 1, charge: {priceList: goods, by: product}}]
      priceLists:
        goods:
          KFR-35: [{price: 80.00, until: 2026-11-01}, {price: 90.00, from: 2026-11-01}]
          KFR-72: 150.00
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "item  | ; product=KFR-35 qty=2; product=KFR-72 | 价目 KFR-35 180.00 + 价目 KFR-72 150.00",
        "item  | completed=2026-10-31T23:59:59; product=KFR-35 | 价目 KFR-35 80.00",
        "item  | ; product=KFR-35; product=KFR-35       | 价目 KFR-35 90.00 + 价目 KFR-35 90.00",
        "order | ; product=KFR-35; product=KFR-35       | 价目 KFR-35 180.00",
        "item  | ; product=KFR-72; product=OTHER        | NO_LIST_PRICE goods 1",
        "order | ; product=KFR-72; product=OTHER        | NO_LIST_PRICE goods",
        "item  | ; service=x                            | NOT_APPLICABLE",
      })
  void aListPricesTheProductsOfItemsByTheirNumbers(String per, String order, String result) {
    Desk desk = Desk.with(GOODS.replace("PER", "goods: {per: " + per + "}"));
    assertThat(desk.rate(order)).isEqualTo(result);
  }
}
