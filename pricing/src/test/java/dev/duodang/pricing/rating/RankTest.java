package dev.duodang.pricing.rating;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duodang.pricing.sample.Desk;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which of two tiers that both hold wins. */
class RankTest {

  private static final String ORDER =
      "region=440305 service=维修/空调/加氟 warranty=OUT brand=美的 product=空调 class=VIP customer=C1"
          + " channel=APP type=T mode=M grade=G complexity=C urgency=U stage=AFTER_SALES promotion=P"
          + " km=5 a.floor=7 a.ladder=YES";

  /** Rates the order with both tiers in both orders of the text; the winner must be the same. */
  private static String winner(String first, String second) {
    String one = desk(List.of(first, second)).rate(ORDER);
    assertThat(desk(List.of(second, first)).rate(ORDER)).isEqualTo(one);
    return one.substring(0, one.indexOf(' '));
  }

  private static Desk desk(List<String> tiers) {
    return Desk.with(
        """
        attributes: {floor: {type: number}, ladder: {type: choice, choices: [YES, NO]}}
        groups: {核心: [北京市, 深圳市]}
        categories: {fee: {per: item}}
        tiers:
        """
            + String.join("\n", tiers.stream().map(tier -> "  - " + tier).toList()));
  }

  private static String tier(String id, String rest) {
    return "{tier: " + id + ", category: fee, charge: {flat: 1.00}, " + rest + "}";
  }

  @Test
  void theHigherPriorityWinsWhateverIsMoreSpecific() {
    assertThat(winner(tier("a", "priority: 2"), tier("b", "priority: 1, when: {counterparty: P1}")))
        .isEqualTo("a");
    assertThat(winner(tier("a", "priority: -2"), tier("b", "priority: -1"))).isEqualTo("b");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{customerClass: VIP}        | {}",
        "{region: 深圳市}            | {region: 广东省}",
        "{region: 深圳市/南山区}            | {region: 深圳市}",
        "{region: 核心}              | {region: 广东省}",
        "{service: 维修/空调}        | {service: 维修}",
        "{service: 维修/空调/加氟}   | {service: 维修/空调}",
        "{region: [深圳市, 上海市]}  | {region: 广东省}",
        "{region: {in: 广东省, not: 广州市}, brand: 美的} | {region: 广东省}",
        "{attributes: {ladder: YES}} | {}",
      })
  void moreSpecificWinsAtTheSamePriority(String specific, String general) {
    assertThat(
            winner(
                "{tier: s, category: fee, charge: {flat: 1.00}, priority: 1, when: "
                    + specific
                    + "}",
                tier("g", "priority: 1, when: " + general)))
        .isEqualTo("s");
  }

  @ParameterizedTest
  @CsvSource({
    "{counterparty: P1}, {customer: C1}",
    "{customer: C1}, {customerClass: VIP}",
    "{customerClass: VIP}, {region: 深圳市/南山区}",
    "{region: 广东省}, {service: 维修/空调/加氟}",
    "{service: 维修}, {warranty: OUT}",
    "{warranty: OUT}, {channel: APP}",
    "{channel: APP}, {partnerType: T}",
    "{partnerType: T}, {mode: M}",
    "{mode: M}, {grade: G}",
    "{grade: G}, {complexity: C}",
    "{complexity: C}, {urgency: U}",
    "{urgency: U}, {stage: after-sales}",
    "{stage: after-sales}, {brand: 美的}",
    "{brand: 美的}, {product: 空调}",
    "{product: 空调}, {promotion: P}",
    "{promotion: P}, {attributes: {ladder: YES}}",
  })
  void dimensionsCountInTheirOrder(String before, String after) {
    assertThat(
            winner(
                tier("before", "priority: 1, when: " + before),
                tier("after", "priority: 1, when: " + after)))
        .isEqualTo("before");
  }

  @Test
  void aBookMayStateAnOrderOfItsOwn() {
    Desk desk =
        Desk.with(
            """
            specificity: [urgency, region]
            categories: {fee: {per: order}}
            tiers:
              - {tier: r, category: fee, priority: 1, charge: {flat: 1.00}, when: {region: 深圳市}}
              - {tier: u, category: fee, priority: 1, charge: {flat: 1.00}, when: {urgency: U}}
              - {tier: p, category: fee, priority: 1, charge: {flat: 1.00}, when: {counterparty: P1}}
            """);
    assertThat(desk.rate(ORDER)).isEqualTo("u 1.00");
    assertThat(desk.rate("region=440305")).isEqualTo("r 1.00");
    assertThat(desk.rate("region=110000")).isEqualTo("p 1.00");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{customerClass: {not: MEMBER}}   | {urgency: U}",
        "{region: {not: 广州市}}          | {service: 维修}",
        "{distance: {lt: 9 km}}           | {promotion: P}",
        "{created: {from: 2026-01-01}}    | {promotion: P}",
        "{attributes: {floor: {gte: 4}}}  | {attributes: {ladder: YES}}",
      })
  void exclusionsRangesAndTimesAreNoMoreSpecificThanNothing(String uncounted, String counted) {
    assertThat(
            winner(
                tier("uncounted", "priority: 1, when: " + uncounted),
                tier("counted", "priority: 1, when: " + counted)))
        .isEqualTo("counted");
  }

  @Test
  void setsOfValuesAreEquallySpecificWhateverTheirSize() {
    assertThat(
            winner(
                tier("one", "priority: 1, when: {customerClass: VIP}"),
                tier("two", "priority: 1, when: {customerClass: [VIP, MEMBER], urgency: U}")))
        .isEqualTo("two");
  }

  @Test
  void aTierThatNamesNodesOfSeveralDepthsIsAsSpecificAsTheNodeThatHoldsTheOrder() {
    String mixed = tier("mixed", "priority: 1, when: {region: [广东省, 杭州市]}");
    String city = tier("city", "priority: 1, when: {region: [深圳市, 杭州市], urgency: U}");
    assertThat(winner(mixed, city)).isEqualTo("city");
    String province = tier("province", "priority: 1, when: {region: [广东省, 浙江省], urgency: U}");
    Desk desk = desk(List.of(mixed, province));
    assertThat(desk.rate("region=330110 urgency=U service=x")).isEqualTo("mixed 1.00");
    assertThat(desk.rate("region=440305 urgency=U service=x")).isEqualTo("province 1.00");
  }

  @Test
  void thenTheOneValidFromLaterWins() {
    assertThat(
            winner(
                tier("later", "priority: 1, validFrom: 2026-06-01"),
                tier("earlier", "priority: 1, validFrom: 2026-05-31")))
        .isEqualTo("later");
    assertThat(
            winner(
                tier("dated", "priority: 1, validFrom: 2026-06-01"), tier("book", "priority: 1")))
        .isEqualTo("dated");
    assertThat(
            winner(
                tier("later", "priority: 1, validFrom: 2026-06-01"),
                tier("specific", "priority: 1, when: {urgency: U}")))
        .isEqualTo("specific");
  }

  @Test
  void aTieIsNeverChance() {
    assertThat(winner(tier("b", "priority: 1"), tier("a", "priority: 1"))).isEqualTo("a");
  }

  @Test
  void theOrderOfTiersInTheTextDoesNotMatter() {
    List<String> tiers = new ArrayList<>();
    for (String region : List.of("广东省", "深圳市", "深圳市/南山区", "浙江省")) {
      for (String more : List.of("", ", urgency: U", ", customerClass: VIP", ", brand: 海尔")) {
        tiers.add(tier("t" + tiers.size(), "priority: 1, when: {region: " + region + more + "}"));
      }
    }
    String expected = desk(tiers).rate(ORDER);
    java.util.Random seeded = new java.util.Random(5);
    for (int i = 0; i < 20; i++) {
      Collections.shuffle(tiers, seeded);
      assertThat(desk(tiers).rate(ORDER)).isEqualTo(expected);
    }
    assertThat(expected).isEqualTo("t10 1.00");
  }
}
