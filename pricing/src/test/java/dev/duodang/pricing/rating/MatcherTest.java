package dev.duodang.pricing.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.duodang.pricing.book.CategoryId;
import dev.duodang.pricing.sample.BookText;
import dev.duodang.pricing.sample.Desk;
import dev.duodang.pricing.sample.OrderText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a matcher answers beyond the winner that a rating finds too. */
class MatcherTest {

  private static final CompiledBook BOOK =
      BookText.compiled(
          """
          appliesWhen: {warranty: IN}
          categories: {labour: {per: item}, callOut: {per: order}}
          tiers:
            - {tier: 维修, category: labour, priority: 1, when: {service: 维修}, charge: {flat: 1}}
            - {tier: 上门, category: callOut, priority: 1, when: {service: 检查}, charge: {flat: 1}}
            - {tier: 广州上门, category: callOut, priority: 2, when: {service: 检查, region: '440100'}, charge: {flat: 1}}
          """);

  private static String match(String category, String order, int item) {
    Match match =
        new Matcher(BOOK, CategoryId.of(category))
            .match(Desk.of(BOOK).facts(OrderText.parse(order)), item);
    return switch (match) {
      case Match.Won(var tier) -> tier.id().text();
      case Match.Nothing _ -> "nothing";
      case Match.RegionOpen _ -> "open";
      case Match.ExpressionOpen _ -> "expression open";
    };
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "labour  | region=440305; service=维修 warranty=IN | 0 | 维修",
        "labour  | region=440305; service=维修 warranty=OUT | 0 | nothing",
        "labour  | region=440305; service=检查 warranty=IN; service=维修 warranty=IN | 0 | nothing",
        "labour  | region=440305; service=检查 warranty=IN; service=维修 warranty=IN | 1 | 维修",
        "callOut | region=440305; service=检查 warranty=IN; service=维修 warranty=IN | 1 | 上门",
        "callOut | region=440305; service=检查 warranty=OUT; service=维修 warranty=IN | 0 | nothing",
        "callOut | region=440103; service=检查 warranty=IN | 0 | 广州上门",
        "callOut | region=440000; service=检查 warranty=IN | 0 | open",
        "labour  | region=440000; service=维修 warranty=IN | 0 | 维修",
      })
  void itAnswersForOneItemOrForTheWholeOrder(
      String category, String order, int item, String winner) {
    assertThat(match(category, order, item)).isEqualTo(winner);
  }

  @Test
  void anItemThatIsNotThereIsAMistake() {
    assertThatThrownBy(() -> match("labour", "region=440305; service=维修", 1))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void aCategoryThatTheBookLacksIsAMistake() {
    assertThatThrownBy(() -> match("parts", "region=440305; service=维修", 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no category \"parts\"");
  }
}
