package dev.duodang.pricing.rating;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duodang.pricing.region.RegionCode;
import dev.duodang.pricing.sample.Desk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An order is held for its region only where the result could depend on it. */
class RegionUnknownTest {

  private static final String BOOK =
      """
      groups: {核心: [北京市, 深圳市]}
      categories: {labour: {name: 人工, per: item, required: true}, callOut: {per: order}}
      tiers:
        - {tier: 标准, category: labour, priority: 1, when: {service: 维修}, charge: {flat: 100.00}}
        - {tier: 高级, category: labour, priority: 2, when: {service: 维修, region: 核心}, charge: {flat: 150.00}}
        - {tier: 大客户, category: labour, priority: 3, when: {customerClass: KEY}, charge: {flat: 90.00}}
        - {tier: 咨询, category: labour, priority: 1, when: {service: 咨询}, charge: {flat: 50.00}}
        - {tier: 远程, category: callOut, priority: 1, when: {region: {not: 核心}, urgency: U}, charge: {flat: 7.00}}
      modifiers:
        - {modifier: 精品, on: labour, when: {region: 上海市, partnerType: BOUTIQUE}, percent: 25}
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "service=咨询                             | 咨询 50.00",
        "service=咨询 urgency=U                   | REGION_UNKNOWN callOut",
        "service=维修                             | REGION_UNKNOWN labour 0",
        "service=维修 address=某某路5号           | REGION_UNKNOWN labour 0",
        "service=维修 address=河南省              | 标准 100.00",
        "service=维修 region=440000               | REGION_UNKNOWN labour 0",
        "service=维修 region=440300               | 高级 150.00",
        "service=维修 region=440305               | 高级 150.00",
        "service=维修 region=110000               | 高级 150.00",
        "service=维修 class=KEY                   | 大客户 90.00",
        "service=咨询 type=BOUTIQUE               | REGION_UNKNOWN labour 0",
        "service=咨询 type=BOUTIQUE region=310000 | 咨询 50.00 + 精品 12.50",
        "service=咨询 type=BOUTIQUE region=310115 | 咨询 50.00 + 精品 12.50",
        "service=咨询 type=BOUTIQUE region=320000 | 咨询 50.00",
        "service=维修 address=朝阳区              | REGION_UNKNOWN labour 0",
        "service=维修 region=440000 urgency=U     | REGION_UNKNOWN labour 0, REGION_UNKNOWN callOut",
        "service=维修 region=410000 urgency=U     | 标准 100.00 + 远程 7.00",
        "service=维修 status=CANCELLED            | VOIDED",
      })
  void theRegionIsAskedForOnlyWhereItMatters(String order, String result) {
    assertThat(Desk.with(BOOK).rate(order)).isEqualTo(result);
  }

  @Test
  void theCandidatesOfASharedNameAreNamed() {
    Hold hold = Desk.with(BOOK).rated("service=维修 address=鼓楼区").holds().getFirst();
    assertThat(hold.detail())
        .isInstanceOfSatisfying(
            Hold.Detail.Regions.class,
            regions ->
                assertThat(regions.candidates())
                    .contains(RegionCode.of("320106"), RegionCode.of("410204"))
                    .hasSizeGreaterThan(3));
  }

  @Test
  void candidatesInOneProvinceAreNoObstacleWhereTheProvinceIsEnough() {
    String book =
        """
        categories: {fee: {per: order}}
        tiers:
          - {tier: 北, category: fee, priority: 1, when: {region: 吉林省}, charge: {flat: 1.00}}
          - {tier: 其他, category: fee, priority: 1, when: {region: {not: 吉林省}}, charge: {flat: 2.00}}
        """;
    assertThat(Desk.with(book).rate("address=吉林省朝阳区")).isEqualTo("北 1.00");
    assertThat(Desk.with(book).rate("address=鼓楼区")).isEqualTo("REGION_UNKNOWN fee");
  }

  @Test
  void anOpenTierMattersOnlyWhereItRanksBeforeTheCertainOne() {
    String book =
        """
        categories: {callOut: {per: order}}
        tiers:
          - {tier: 远程, category: callOut, priority: 1, when: {service: 安装, region: 深圳市}, charge: {flat: 1.00}}
          - {tier: 一口价, category: callOut, priority: 2, when: {service: 维修}, charge: {flat: 2.00}}
        """;
    Desk desk = Desk.with(book);
    assertThat(desk.rate("region=440000; service=安装")).isEqualTo("REGION_UNKNOWN callOut");
    assertThat(desk.rate("region=440000; service=安装; service=维修")).isEqualTo("一口价 2.00");
    assertThat(desk.rate("region=440000; service=维修; service=安装")).isEqualTo("一口价 2.00");
  }

  @Test
  void aTierThatWinsInEveryPartOfTheKnownRegionWins() {
    String book =
        """
        categories: {fee: {per: order}}
        tiers:
          - {tier: 海口以外, category: fee, priority: 1, when: {region: {in: 海南省, not: 海口市}}, charge: {flat: 1.00}}
          - {tier: 琼, category: fee, priority: 2, when: {region: [三亚市, 三沙市], urgency: U}, charge: {flat: 2.00}}
          - {tier: 粤, category: fee, priority: 1, when: {region: [广东省, 深圳市]}, charge: {flat: 3.00}}
          - {tier: 深, category: fee, priority: 0, when: {region: 深圳市}, charge: {flat: 4.00}}
        """;
    Desk desk = Desk.with(book);
    assertThat(desk.rate("region=440000")).isEqualTo("粤 3.00");
    assertThat(desk.rate("region=460000")).isEqualTo("REGION_UNKNOWN fee");
    assertThat(desk.rate("region=460200 urgency=U")).isEqualTo("琼 2.00");
    assertThat(desk.rate("region=460200")).isEqualTo("海口以外 1.00");
  }

  @Test
  void aRelationThatHangsOnTheRegionIsHeldAsAWhole() {
    String book =
        """
        appliesWhen: {region: 广东省}
        categories: {fee: {per: order}}
        tiers: [{tier: t, category: fee, priority: 1, charge: {flat: 1.00}}]
        """;
    assertThat(Desk.with(book).rate("")).isEqualTo("REGION_UNKNOWN");
    assertThat(Desk.with(book).rate("region=440305")).isEqualTo("t 1.00");
    assertThat(Desk.with(book).rate("region=110000")).isEqualTo("NOT_APPLICABLE");
  }

  @Test
  void aHoldIsSaidOnceWhateverHangsOnTheRegion() {
    String book =
        """
        categories: {fee: {per: order}}
        tiers: [{tier: t, category: fee, priority: 1, charge: {flat: 1.00}}]
        modifiers:
          - {modifier: m, on: fee, when: {region: 北京市}, percent: 10}
          - {modifier: n, on: fee, when: {region: 上海市}, percent: 10}
        """;
    assertThat(Desk.with(book).rate("")).isEqualTo("REGION_UNKNOWN fee");
  }
}
