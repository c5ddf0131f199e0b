package dev.duodang.pricing.rating;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duodang.pricing.sample.Desk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Surcharges, discounts and limits on lines already computed. */
class ModifiersTest {

  private static final String HEAD =
      """
      categories: {labour: {per: item}, callOut: {per: order}, parts: {per: order}}
      priceLists: {p: {A: 10.00, B: 0.05}}
      tiers:
        - {tier: 维修, category: labour, priority: 1, when: {service: 维修}, charge: {perUnit: 100.00}}
        - {tier: 定制, category: labour, priority: 1, when: {service: 定制}, charge: {quote: {from: 1, to: 900}}}
        - {tier: 上门, category: callOut, priority: 1, when: {distance: {gte: 0 km}}, charge: {flat: 20.00}}
        - {tier: 配件, category: parts, priority: 1, charge: {priceList: p}}
      modifiers:
      """;

  private static Desk desk(String... modifiers) {
    return Desk.with(
        HEAD + String.join("\n", java.util.Arrays.stream(modifiers).map(m -> "  - " + m).toList()));
  }

  private static String modifier(String id, String rest) {
    return "{modifier: " + id + ", on: labour, " + rest + "}";
  }

  @Test
  void modifiersApplyInTheirOrderAndEachMakesItsOwnRoundedLine() {
    Desk desk =
        desk(
            modifier("急", "percent: 20, when: {urgency: U}"),
            modifier("夜", "amount: 30.00"),
            modifier("折", "percent: -10, of: running"));
    assertThat(desk.rate("service=维修 urgency=U"))
        .isEqualTo("维修 100.00 + 急 20.00 + 夜 30.00 + 折 -15.00");
    assertThat(desk.rate("service=维修")).isEqualTo("维修 100.00 + 夜 30.00 + 折 -13.00");
  }

  @Test
  void aPercentageIsOfTheChargeAloneUnlessItSaysRunning() {
    assertThat(desk(modifier("a", "percent: 10"), modifier("b", "percent: 10")).rate("service=维修"))
        .isEqualTo("维修 100.00 + a 10.00 + b 10.00");
    assertThat(
            desk(modifier("a", "percent: 10"), modifier("b", "percent: 10, of: running"))
                .rate("service=维修"))
        .isEqualTo("维修 100.00 + a 10.00 + b 11.00");
  }

  @Test
  void aPercentageIsOfEachLineAndRoundedThere() {
    assertThat(desk("{modifier: m, on: parts, percent: 50}").rate("parts=B,A*3"))
        .isEqualTo("配件 B 0.05 + 配件 A 30.00 + m B 0.03 + m A 15.00");
  }

  @Test
  void aPercentageThatRoundsToNothingMakesNoLine() {
    assertThat(desk("{modifier: m, on: parts, percent: 1}").rate("parts=B")).isEqualTo("配件 B 0.05");
  }

  @ParameterizedTest
  @CsvSource({
    "order, 维修 100.00 + 维修 100.00 + m 30.00",
    "item, 维修 100.00 + 维修 100.00 + m 30.00 + m 30.00",
  })
  void anAmountIsOnceForTheOrderOrForEachItem(String per, String result) {
    Desk desk = desk(modifier("m", "amount: 30.00, per: " + per));
    assertThat(desk.rate("; service=维修; service=维修")).isEqualTo(result);
  }

  @Test
  void anAmountOnSeveralCategoriesIsOnceForAnItem() {
    Desk desk = desk("{modifier: m, on: [labour, callOut], amount: 5.00, per: order}");
    assertThat(desk.rate("service=维修 km=1")).isEqualTo("维修 100.00 + 上门 20.00 + m 5.00");
  }

  @Test
  void onlyTheItemsThatMeetTheConditionsAreModified() {
    Desk desk = desk(modifier("m", "percent: 10, when: {brand: 美的}"));
    assertThat(desk.rate("; service=维修 brand=海尔; service=维修 brand=美的 qty=2"))
        .isEqualTo("维修 100.00 + 维修 200.00 + m 20.00");
  }

  @Test
  void aLineOfTheWholeOrderIsModifiedIfAnyItemMeetsTheConditions() {
    Desk desk = desk("{modifier: m, on: callOut, percent: 10, when: {brand: 美的}}");
    assertThat(desk.rate("km=1; service=维修 brand=海尔; service=维修 brand=美的"))
        .isEqualTo("维修 100.00 + 维修 100.00 + 上门 20.00 + m 2.00");
    assertThat(desk.rate("km=1; service=维修 brand=海尔")).isEqualTo("维修 100.00 + 上门 20.00");
  }

  @Test
  void whereThereIsNothingToModifyNothingIs() {
    assertThat(desk(modifier("m", "amount: 30.00")).rate("km=1")).isEqualTo("上门 20.00");
    assertThat(desk(modifier("m", "minimum: 30.00")).rate("km=1")).isEqualTo("上门 20.00");
  }

  @ParameterizedTest
  @CsvSource({
    "false, 定制 680.00",
    "true, 定制 680.00 + 急 136.00 + 夜 30.00",
  })
  void aQuotedAmountIsFinalUnlessTheBookSaysSo(boolean including, String result) {
    String quoted = ", includingQuoted: " + including;
    Desk desk =
        desk(
            modifier("急", "percent: 20" + quoted),
            modifier("夜", "amount: 30.00" + quoted),
            modifier("低", "minimum: 700.00" + quoted));
    desk.quoted("labour", 0, "定制", "680.00");
    assertThat(desk.rate("service=定制")).isEqualTo(result);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "service=维修 qty=0.45 | 维修 45.00 + 低 15.00",
        "service=维修 qty=0.6  | 维修 60.00",
        "service=维修 qty=0.61 | 维修 61.00",
        "; service=维修 qty=0.2; service=维修 qty=0.3 | 维修 20.00 + 维修 30.00 + 低 10.00",
      })
  void aMinimumRaisesTheSumOfTheLines(String order, String result) {
    assertThat(desk(modifier("低", "minimum: 60.00")).rate(order)).isEqualTo(result);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "service=维修 qty=1.5 | 维修 150.00",
        "service=维修 qty=3   | 维修 300.00 + 高 -100.00",
        "; service=维修; service=维修 qty=1.5 | 维修 100.00 + 维修 150.00 + 高 -50.00",
      })
  void aMaximumLowersTheSumOfTheLines(String order, String result) {
    assertThat(desk(modifier("高", "maximum: 200.00")).rate(order)).isEqualTo(result);
  }

  @Test
  void aLimitCountsTheModifiersBeforeItAndIsCountedByThoseAfterIt() {
    Desk desk =
        desk(
            modifier("折", "percent: -50"),
            modifier("低", "minimum: 60.00"),
            modifier("税", "percent: 10, of: running"));
    assertThat(desk.rate("service=维修")).isEqualTo("维修 100.00 + 折 -50.00 + 低 10.00 + 税 6.00");
  }

  @Test
  void aLimitLooksOnlyAtTheLinesThatItAppliesTo() {
    Desk desk = desk(modifier("低", "minimum: 60.00, when: {brand: 美的}"));
    assertThat(desk.rate("; service=维修 brand=海尔; service=维修 qty=0.1 brand=美的"))
        .isEqualTo("维修 100.00 + 维修 10.00 + 低 50.00");
    Desk mixed = desk(modifier("高", "maximum: 150.00"));
    mixed.quoted("labour", 1, "定制", "680.00");
    assertThat(mixed.rate("; service=维修 qty=2; service=定制"))
        .isEqualTo("维修 200.00 + 定制 680.00 + 高 -50.00");
  }

  @Test
  void theSamePartStatedTwiceIsOneLine() {
    assertThat(desk("{modifier: m, on: parts, percent: 10, of: running}").rate("parts=A*2,B,A"))
        .isEqualTo("配件 A 30.00 + 配件 B 0.05 + m A 3.00 + m B 0.01");
  }

  @ParameterizedTest
  @CsvSource({
    "created=2026-11-11T20:00 completed=2026-11-15T10:00, 维修 100.00 + 节 -10.00",
    "created=2026-11-12T00:00 completed=2026-11-12T00:40, 维修 100.00 + 夜 30.00",
    "created=2026-11-11T23:59:59 completed=2026-11-12T00:40, 维修 100.00 + 夜 30.00 + 节 -10.00",
  })
  void aModifierLooksAtItsOwnTime(String times, String result) {
    Desk desk =
        desk(
            modifier("夜", "amount: 30.00, when: {completed: {hours: 22:00-06:00}}"),
            modifier("节", "percent: -10, when: {created: {from: 2026-11-01, until: 2026-11-12}}"));
    assertThat(desk.rate("service=维修 " + times)).isEqualTo(result);
  }
}
