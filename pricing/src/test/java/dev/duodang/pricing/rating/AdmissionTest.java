package dev.duodang.pricing.rating;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duodang.pricing.book.CategoryId;
import dev.duodang.pricing.book.Tier;
import dev.duodang.pricing.sample.BookText;
import dev.duodang.pricing.sample.Desk;
import dev.duodang.pricing.sample.OrderText;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which tiers admit an order, and which wins, without a price. */
class AdmissionTest {

  private static final CompiledBook BOOK =
      BookText.compiled(
          """
          appliesWhen: {warranty: IN}
          categories: {callOut: {per: order}, labour: {per: item}}
          tiers:
            - {tier: 上门, category: callOut, priority: 1, charge: {flat: 1}}
            - {tier: 维修, category: labour, priority: 2, when: {service: 维修}, charge: {flat: 1}}
            - {tier: 随便, category: labour, priority: 1, when: {service: [维修, 检查]}, charge: {flat: 1}}
            - {tier: 取消, category: labour, priority: 1, when: {service: 维修, status: CANCELLED}, charge: {flat: 1}}
            - {tier: 华东, category: labour, priority: 1, when: {service: 改造, region: '310000'}, charge: {flat: 1}}
          """);

  private static Facts facts(String order) {
    return Desk.of(BOOK).facts(OrderText.parse(order));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "region=310104; service=维修 warranty=IN                     | 上门 维修 随便",
        "region=310104; service=维修 warranty=OUT                    |",
        "region=310104; service=检查 warranty=OUT; service=检查 warranty=IN | 上门 随便",
        "region=310104; service=检查 warranty=IN; service=改造 warranty=IN  | 上门 随便 华东",
        "region=310104; service=清洗 warranty=IN                     | 上门",
        "region=440305; service=改造 warranty=IN                     | 上门",
        "region=310104 status=CANCELLED; service=维修 warranty=IN    | 取消",
      })
  void aTierAdmitsAnOrderThatMeetsItWithAnyItemThatTheBookConcerns(String order, String admitted) {
    Admission admission = new Admission(BOOK);
    assertThat(
            BOOK.book().tiers().stream()
                .filter(tier -> admission.admits(facts(order), tier))
                .map(tier -> tier.id().text())
                .collect(Collectors.joining(" ")))
        .isEqualTo(admitted == null ? "" : admitted);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "callOut | region=310104; service=清洗 warranty=IN  | 上门",
        "labour  | region=310104; service=维修 warranty=IN  | 维修",
        "labour  | region=310104; service=检查 warranty=IN  | 随便",
        "labour  | region=310104; service=清洗 warranty=IN  |",
        "labour  | region=310104; service=维修 warranty=OUT |",
        "labour  | region=310104; service=检查 warranty=OUT; service=维修 warranty=IN | 维修",
        "parts   | region=310104; service=维修 warranty=IN  |",
      })
  void theWinnerIsThatOfTheFirstItemThatTheBookConcerns(
      String category, String order, String winner) {
    Tier won = new Admission(BOOK).winner(facts(order), CategoryId.of(category));
    assertThat(won == null ? null : won.id().text()).isEqualTo(winner);
  }

  @Test
  void anOrderThatIsDoneWithoutItsTimeIsAdmittedByNone() {
    Facts facts =
        Desk.of(BOOK)
            .facts(
                OrderText.parse("region=310104; service=维修 warranty=IN").toBuilder()
                    .times(new dev.duodang.pricing.order.Times(null, null, null, null, null, null))
                    .build());
    Admission admission = new Admission(BOOK);
    assertThat(BOOK.book().tiers()).noneMatch(tier -> admission.admits(facts, tier));
    assertThat(admission.winner(facts, CategoryId.of("labour"))).isNull();
  }

  @Test
  void theTiersOfACategoryAreItsOwnTheWinnerFirst() {
    assertThat(BOOK.ranked(CategoryId.of("labour")))
        .extracting(ranked -> ranked.tier().id().text())
        .startsWith("维修")
        .containsExactlyInAnyOrder("维修", "随便", "取消", "华东");
    assertThat(BOOK.ranked(CategoryId.of("parts"))).isEmpty();
  }
}
