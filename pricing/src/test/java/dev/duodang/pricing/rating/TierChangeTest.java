package dev.duodang.pricing.rating;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duodang.pricing.book.CategoryId;
import dev.duodang.pricing.book.Relation;
import dev.duodang.pricing.book.TierId;
import dev.duodang.pricing.sample.BookText;
import dev.duodang.pricing.sample.Desk;
import dev.duodang.pricing.sample.OrderText;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which orders a change of tiers cannot touch. */
class TierChangeTest {

  private static final String HEAD =
      """
      categories: {labour: {per: item}, visit: {per: order}}
      tiers:
        - {tier: 修, category: labour, priority: 1, when: {service: 维修}, charge: {flat: 100.00}, mayBeForced: true}
        - {tier: 门, category: visit, priority: 1, when: {service: 维修}, charge: {flat: 20.00}}
      """;
  private static final String BEFORE =
      HEAD
          + "  - {tier: 查, category: labour, priority: 1, when: {service: 检查}, charge: {flat: 50.00}}\n";
  private static final String DEARER = BEFORE.replace("50.00", "60.00");

  private final Rater before;
  private final Rater after;

  TierChangeTest() {
    before = new Rater(BookText.compiled(BEFORE));
    after = new Rater(BookText.compiled(DEARER));
  }

  private static Facts facts(String order) {
    return Desk.with(BEFORE).facts(OrderText.parse(order));
  }

  private static boolean leaves(Rater before, Rater after, Facts facts) {
    TierChange change = Objects.requireNonNull(TierChange.between(before, after));
    before.rate(facts, Bases.NONE, Tallies.NONE);
    return change.leaves(facts);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "service=维修             | true",
        "service=检查             | false",
        "service=清洗             | true",
        "; service=维修; service=检查 | false",
        "; service=检查; service=维修 | false",
        "; service=维修; service=清洗 | true",
      })
  void anOrderIsLeftAloneWhereTheTierThatChangedWinsNothing(String order, boolean left) {
    assertThat(leaves(before, after, facts(order))).isEqualTo(left);
    assertThat(leaves(after, before, facts(order))).isEqualTo(left);
  }

  /** The seventeenth choice finds the room full that is there at first. */
  @ParameterizedTest
  @CsvSource({"1", "2", "15", "16", "17", "18", "32", "33", "40"})
  void eachOfManyItemsIsLookedAt(int items) {
    for (int changed = 0; changed <= items; changed++) {
      int at = changed;
      String order =
          IntStream.range(0, items)
              .mapToObj(item -> item == at ? "; service=检查" : "; service=维修")
              .collect(Collectors.joining());
      assertThat(leaves(before, after, facts(order))).as(order).isEqualTo(changed == items);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "- {tier: 洗, category: labour, priority: 1, when: {service: 清洗}, charge: {flat: 1.00}}       | service=清洗 | false",
        "- {tier: 洗, category: labour, priority: 1, when: {service: 清洗}, charge: {flat: 1.00}}       | service=维修 | true",
        "- {tier: 优, category: labour, priority: 2, when: {customerClass: VIP}, charge: {flat: 1.00}} | service=维修 | true",
        "- {tier: 优, category: labour, priority: 2, when: {customerClass: VIP}, charge: {flat: 1.00}} | service=维修 class=VIP | false",
        "- {tier: 末, category: labour, priority: 0, charge: {flat: 1.00}} | service=维修 | true",
        "- {tier: 末, category: labour, priority: 0, charge: {flat: 1.00}} | service=清洗 | false",
        "- {tier: 远, category: visit, priority: 2, when: {region: 广东省}, charge: {flat: 9.00}} | service=维修 region=440305 | false",
        "- {tier: 远, category: visit, priority: 2, when: {region: 广东省}, charge: {flat: 9.00}} | service=维修 region=110105 | true",
        "- {tier: 远, category: visit, priority: 2, when: {region: 广东省}, charge: {flat: 9.00}} | service=维修 | false",
      })
  void aTierThatIsAddedTouchesWhatItWinsOrMayWin(String tier, String order, boolean left) {
    Rater more = new Rater(BookText.compiled(BEFORE + "  " + tier + "\n"));
    assertThat(leaves(before, more, facts(order))).isEqualTo(left);
  }

  @Test
  void aTierThatIsTakenAwayTouchesWhatItWon() {
    Rater fewer = new Rater(BookText.compiled(HEAD));
    assertThat(leaves(before, fewer, facts("service=检查"))).isFalse();
    assertThat(leaves(before, fewer, facts("service=维修"))).isTrue();
  }

  @Test
  void whatSomebodyChoseIsRatedAgain() {
    Decisions chosen =
        Decisions.NONE.with(
            new Decisions.Forced(
                Relation.parse("headquarters→partner"),
                CategoryId.of("labour"),
                0,
                TierId.of("修"),
                "as agreed",
                "owner"));
    assertThat(leaves(before, after, facts("service=清洗").with(chosen))).isFalse();
  }

  @Test
  void onlyTheOrderThatWasRatedLastIsTold() {
    TierChange change = Objects.requireNonNull(TierChange.between(before, after));
    assertThat(change.leaves(facts("service=维修"))).isFalse();
    before.rate(facts("service=维修"), Bases.NONE, Tallies.NONE);
    assertThat(change.leaves(facts("service=维修"))).isTrue();
    assertThat(change.leaves(facts("service=维修 urgency=U"))).isFalse();
  }

  @Test
  void anOrderWithoutAPricingTimeIsNotToldFromTheOneBefore() {
    String verified = "pricedAt: verified\nfinalAt: verified\n";
    Rater early = new Rater(BookText.compiled(verified + BEFORE));
    TierChange change =
        Objects.requireNonNull(
            TierChange.between(early, new Rater(BookText.compiled(verified + DEARER))));
    Facts facts = facts("service=维修 status=VERIFIED verified=2026-11-20T16:00");
    early.rate(facts, Bases.NONE, Tallies.NONE);
    assertThat(change.leaves(facts)).isTrue();
    early.rate(facts("service=维修 status=VERIFIED"), Bases.NONE, Tallies.NONE);
    assertThat(change.leaves(facts)).isFalse();
  }

  @Test
  void booksThatDifferInMoreThanTiersAreNotCompared() {
    String surcharge =
        BEFORE.replace("tiers:", "modifiers: [{modifier: m, on: labour, percent: 5}]\ntiers:");
    assertThat(TierChange.between(before, new Rater(BookText.compiled(surcharge)))).isNull();
  }
}
