package dev.duodang.pricing.rating;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duodang.pricing.sample.Desk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Orders with several items, none, and what one item does to another. */
class ItemsTest {

  private static final String BOOK =
      """
      measures: {pipeMetres: {unit: 米}}
      categories:
        labour: {per: item, required: true}
        callOut: {per: order}
        pipes: {per: item}
      tiers:
        - {tier: 维修, category: labour, priority: 1, when: {service: 维修}, charge: {perUnit: 100.00}}
        - {tier: 检查, category: labour, priority: 1, when: {service: 检查}, charge: {perUnit: 50.00}, unless: {service: 维修}}
        - {tier: 询价, category: labour, priority: 1, when: {service: 改造}, charge: {quote: {from: 1, to: 900}}, unless: {service: 维修}}
        - {tier: 上门, category: callOut, priority: 1, when: {service: [维修, 检查]}, charge: {flat: 20.00}}
        - {tier: 大件上门, category: callOut, priority: 2, when: {service: 维修, product: 柜机}, charge: {flat: 35.00}}
        - {tier: 管, category: pipes, priority: 1, charge: {package: {size: 1, price: 15.00, free: 3}, of: pipeMetres, scope: order}}
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "service=维修                          | 维修 100.00 + 上门 20.00",
        "service=维修 qty=3                    | 维修 300.00 + 上门 20.00",
        "; service=维修; service=维修          | 维修 100.00 + 维修 100.00 + 上门 20.00",
        "; service=清洗                        | NO_TIER labour 0",
        "; service=维修; service=清洗          | NO_TIER labour 1",
        "; service=检查                        | 检查 50.00 + 上门 20.00",
        "; service=检查; service=维修          | 维修 100.00 + 上门 20.00",
        "; service=维修; service=检查          | 维修 100.00 + 上门 20.00",
        "; service=改造                        | QUOTE labour 0",
        "; service=改造; service=维修          | 维修 100.00 + 上门 20.00",
        "; service=检查; service=维修 product=柜机 | 维修 100.00 + 大件上门 35.00",
        "; service=检查 product=柜机; service=维修 | 维修 100.00 + 上门 20.00",
        "; service=维修 qty=0                  | 上门 20.00",
      })
  void eachItemHasItsTierAndTheOrderAsAWholeHasOne(String order, String result) {
    assertThat(Desk.with(BOOK).rate(order)).isEqualTo(result);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "; service=维修 qty=2; service=检查 qty=5 | 上门 20.00",
        "; service=检查 qty=5; service=维修 qty=2 | 上门 20.00",
        "; service=检查 qty=5; service=检查 qty=2 | 看 5.00",
        "; service=清洗 qty=4; service=检查 qty=5 | 看 5.00",
        "; service=清洗 qty=4; service=清洗 qty=5 | NOT_APPLICABLE",
      })
  void aWholeOrderIsChargedByTheFirstItemThatMeetsTheBestTier(String order, String result) {
    Desk desk =
        Desk.with(
            """
            categories: {callOut: {per: order}}
            tiers:
              - {tier: 上门, category: callOut, priority: 2, when: {service: 维修}, charge: {perUnit: 10.00}}
              - {tier: 看, category: callOut, priority: 1, when: {service: 检查}, charge: {perUnit: 1.00}}
            """);
    assertThat(desk.rate(order)).isEqualTo(result);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "; service=维修; service=检查 | EXPRESSION callOut",
        "; service=检查; service=维修 | EXPRESSION callOut",
        "promotion=Y; service=检查; service=维修 | 看 1.00",
        "; service=维修; service=改造 | 改 9.00",
        "; service=改造; service=维修 | 改 9.00",
        "; service=检查; service=检查 | 看 1.00",
      })
  void theBestOfAllItemsWinsWhateverTheirOrder(String order, String result) {
    Desk desk =
        Desk.with(
            """
            categories: {callOut: {per: order}}
            tiers:
              - {tier: 改, category: callOut, priority: 3, when: {service: 改造}, charge: {flat: 9.00}}
              - {tier: 上门, category: callOut, priority: 2, when: {service: 维修, expression: promotion is X}, charge: {flat: 5.00}}
              - {tier: 看, category: callOut, priority: 1, when: {service: [检查, 维修]}, charge: {flat: 1.00}}
            """);
    assertThat(desk.rate(order)).isEqualTo(result);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "; service=维修 m.pipeMetres=3                              |",
        "; service=维修 m.pipeMetres=3.2                            | 15.00",
        "; service=维修 m.pipeMetres=2; service=维修 m.pipeMetres=2.2 | 30.00",
        "; service=维修 m.pipeMetres=5; service=维修 m.pipeMetres=2 | 30.00 30.00",
        "; service=维修; service=维修 m.pipeMetres=4                | 15.00",
      })
  void aCountOverTheOrderGivesLaterItemsTheDifference(String order, String pipes) {
    Rated rated = Desk.with(BOOK).rated(order);
    String lines =
        rated.lines().stream()
            .filter(line -> line.category().text().equals("pipes"))
            .map(line -> line.amount().toString())
            .collect(java.util.stream.Collectors.joining(" "));
    assertThat(lines).isEqualTo(pipes == null ? "" : pipes);
    assertThat(rated.tallies()).isEmpty();
  }

  @Test
  void anOrderWithoutItemsIsRatedAsOne() {
    Desk desk =
        Desk.with(
            """
            categories: {fee: {per: item}, callOut: {per: order}}
            tiers:
              - {tier: a, category: fee, priority: 1, charge: {perUnit: 5.00}}
              - {tier: b, category: callOut, priority: 1, when: {quantity: {lte: 1}}, charge: {flat: 2.00}}
            """);
    Rated rated = desk.rated("");
    assertThat(Desk.text(rated)).isEqualTo("a 5.00 + b 2.00");
    assertThat(rated.lines()).allSatisfy(line -> assertThat(line.item()).isEqualTo(-1));
  }

  @Test
  void aBookConcernsOnlyTheItemsThatItAppliesTo() {
    Desk desk =
        Desk.with(
            """
            appliesWhen: {warranty: IN}
            categories: {fee: {per: item, required: true}, callOut: {per: order}}
            tiers:
              - {tier: a, category: fee, priority: 1, when: {service: 维修}, charge: {flat: 5.00}}
              - {tier: b, category: callOut, priority: 1, charge: {flat: 2.00}}
            """);
    assertThat(desk.rate("; service=清洗 warranty=OUT; service=维修 warranty=IN"))
        .isEqualTo("a 5.00 + b 2.00");
    assertThat(desk.rated("; service=清洗 warranty=OUT; service=维修 warranty=IN").lines())
        .first()
        .satisfies(line -> assertThat(line.item()).isEqualTo(1));
    assertThat(desk.rate("; service=维修 warranty=OUT")).isEqualTo("NOT_APPLICABLE");
    assertThat(desk.rate("status=CANCELLED; service=维修 warranty=OUT")).isEqualTo("NOT_APPLICABLE");
  }

  @Test
  void aTierThatFallsAwayNeitherCountsNorPromises() {
    Desk desk =
        Desk.with(
            """
            promiseCategory: labour
            categories: {labour: {per: item}, share: {per: order}}
            tiers:
              - tier: 检查
                category: labour
                priority: 1
                when: {service: 检查}
                charge: {perUnit: 50.00, scope: visit, maximum: 80.00}
                promise: {respond: 1 h}
                unless: {service: 维修}
              - {tier: 分成, category: share, priority: 1, charge: {percent: 10, of: {category: labour}}}
            """);
    Rated both = desk.rated("visit=V1; service=检查; service=维修");
    assertThat(Desk.text(both)).isEqualTo("NOT_APPLICABLE");
    assertThat(both.promise()).isNull();
    assertThat(both.tallies()).isEmpty();
    assertThat(desk.rate("no=W2 visit=V1; service=检查 qty=2")).isEqualTo("检查 80.00 + 分成 8.00");
  }

  @Test
  void whetherATierFallsAwayMayHangOnTheRegion() {
    Desk desk =
        Desk.with(
            """
            categories: {fee: {per: order}}
            tiers:
              - {tier: t, category: fee, priority: 1, charge: {flat: 1.00}, unless: {region: 北京市}}
            """);
    assertThat(desk.rate("region=110105")).isEqualTo("NOT_APPLICABLE");
    assertThat(desk.rate("region=310000")).isEqualTo("t 1.00");
    assertThat(desk.rate("")).isEqualTo("REGION_UNKNOWN fee");
  }
}
