package dev.duodang.pricing.rating;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duodang.pricing.book.text.BookReader;
import dev.duodang.pricing.book.text.BookReading;
import dev.duodang.pricing.region.GbT2260;
import dev.duodang.pricing.sample.BookText;
import dev.duodang.pricing.sample.Desk;
import dev.duodang.pricing.wording.Language;
import dev.duodang.pricing.wording.Wording;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bounds of a modifier's own amount, and groups of modifiers of which one applies. */
class ModifierGroupsTest {

  private static final String HEAD =
      """
      categories: {labour: {per: item}, callOut: {per: order}}
      modifierGroups:
        best: {name: 择优, apply: best}
        first: {name: 优先, apply: priority}
        each: {name: 逐项择优, apply: best, per: item}
      tiers:
        - {tier: 维修, category: labour, priority: 1, when: {service: 维修}, charge: {perUnit: 100.00}}
        - {tier: 免费, category: labour, priority: 1, when: {service: 检测}, charge: {flat: 0.00}}
        - {tier: 定制, category: labour, priority: 1, when: {service: 定制}, charge: {quote: {from: 1, to: 900}}}
        - {tier: 上门, category: callOut, priority: 1, when: {distance: {gte: 0 km}}, charge: {flat: 20.00}}
      modifiers:
      """;

  private static String book(String... modifiers) {
    return HEAD + String.join("\n", List.of(modifiers).stream().map(m -> "  - " + m).toList());
  }

  private static Desk desk(String... modifiers) {
    return Desk.with(book(modifiers));
  }

  private static String modifier(String id, String rest) {
    return "{modifier: " + id + ", on: labour, " + rest + "}";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "percent: 20, bounds: {most: 15.00}              | 维修 100.00 + m 15.00",
        "percent: 20, bounds: {most: 25.00}              | 维修 100.00 + m 20.00",
        "percent: 20, bounds: {least: 25.00}             | 维修 100.00 + m 25.00",
        "percent: -20, bounds: {most: 15.00}             | 维修 100.00 + m -15.00",
        "percent: -1, bounds: {least: 5.00, most: 15.00} | 维修 100.00 + m -5.00",
        "amount: 30.00, bounds: {most: 12.50}            | 维修 100.00 + m 12.50",
        "percent: 20, bounds: {most: 0}                  | 维修 100.00",
      })
  void aModifierStaysWithinItsBoundsBySize(String effect, String result) {
    assertThat(desk(modifier("m", effect)).rate("service=维修")).isEqualTo(result);
  }

  @Test
  void boundsHoldForTheWholeOrderAndAreSplitByWhatEachLineWouldHaveHad() {
    Desk desk = desk(modifier("m", "percent: 10, bounds: {most: 10.00}"));
    assertThat(desk.rate("; service=维修; service=维修 qty=2"))
        .isEqualTo("维修 100.00 + 维修 200.00 + m 3.33 + m 6.67");
    assertThat(desk.rated("; service=维修; service=维修 qty=2").lines().getLast().computation().text())
        .isEqualTo("min(300.00 × 10%, 10.00) × 200.00/300.00");
  }

  @Test
  void orForEachItem() {
    assertThat(
            desk(modifier("m", "percent: 10, bounds: {most: 15.00, per: item}"))
                .rate("; service=维修; service=维修 qty=2"))
        .isEqualTo("维修 100.00 + 维修 200.00 + m 10.00 + m 15.00");
  }

  @Test
  void anAmountForEachItemIsCappedForTheOrder() {
    Desk desk = desk(modifier("m", "amount: 30.00, per: item, bounds: {most: 50.00}"));
    assertThat(desk.rate("; service=维修; service=维修"))
        .isEqualTo("维修 100.00 + 维修 100.00 + m 25.00 + m 25.00");
  }

  @Test
  void theLeastIsGivenEvenOnAChargeOfNothing() {
    assertThat(desk(modifier("m", "percent: 10, bounds: {least: 8.00}")).rate("service=检测"))
        .isEqualTo("免费 0.00 + m 8.00");
  }

  private static final String VIP = modifier("vip", "percent: 10, exclusive: best");
  private static final String FIXED = modifier("fixed", "amount: 15.00, exclusive: best");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "service=维修       | 维修 100.00 + fixed 15.00",
        "service=维修 qty=2 | 维修 200.00 + vip 20.00",
      })
  void inAGroupTheBestForThePayeeApplies(String order, String result) {
    assertThat(desk(VIP, FIXED).rate(order)).isEqualTo(result);
    assertThat(desk(FIXED, VIP).rate(order)).isEqualTo(result);
  }

  @Test
  void ofDiscountsTheSmallestIsBestForThePayee() {
    assertThat(
            desk(
                    modifier("a", "percent: -10, exclusive: best"),
                    modifier("b", "amount: -30.00, exclusive: best"))
                .rate("service=维修"))
        .isEqualTo("维修 100.00 + a -10.00");
  }

  @Test
  void ofEqualOnesTheFirstInTheBookApplies() {
    assertThat(
            desk(
                    modifier("b", "amount: 10.00, exclusive: best"),
                    modifier("a", "percent: 10, exclusive: best"))
                .rate("service=维修"))
        .isEqualTo("维修 100.00 + b 10.00");
  }

  @Test
  void aMemberWhoseConditionsDoNotHoldIsNoRival() {
    assertThat(
            desk(VIP, modifier("urgent", "percent: 50, exclusive: best, when: {urgency: U}"))
                .rate("service=维修"))
        .isEqualTo("维修 100.00 + vip 10.00");
  }

  @Test
  void aGroupMayGoByPriorityWhateverItGives() {
    Desk desk =
        desk(
            modifier("low", "percent: 50, exclusive: first, priority: 1"),
            modifier("high", "percent: -5, exclusive: first, priority: 2, when: {urgency: U}"));
    assertThat(desk.rate("service=维修 urgency=U")).isEqualTo("维修 100.00 + high -5.00");
    assertThat(desk.rate("service=维修")).isEqualTo("维修 100.00 + low 50.00");
  }

  @Test
  void oneAppliesToTheOrderOrOneToEachItem() {
    String order = "; service=维修 brand=美的; service=维修";
    assertThat(
            desk(
                    modifier("a", "percent: 10, exclusive: best"),
                    modifier("b", "percent: 30, exclusive: best, when: {brand: 美的}"))
                .rate(order))
        .isEqualTo("维修 100.00 + 维修 100.00 + b 30.00");
    assertThat(
            desk(
                    modifier("a", "percent: 10, exclusive: each"),
                    modifier("b", "percent: 30, exclusive: each, when: {brand: 美的}"))
                .rate(order))
        .isEqualTo("维修 100.00 + 维修 100.00 + b 30.00 + a 10.00");
  }

  @Test
  void theGroupHasItsPlaceAmongTheModifiers() {
    assertThat(
            desk(
                    modifier("before", "amount: 100.00"),
                    VIP,
                    modifier("run", "percent: 10, of: running, exclusive: best"),
                    modifier("after", "percent: 10, of: running"))
                .rate("service=维修"))
        .isEqualTo("维修 100.00 + before 100.00 + run 20.00 + after 22.00");
  }

  @Test
  void aMemberThatHangsOnTheRegionHoldsTheOrderOnlyWhereItWouldApply() {
    String inShanghai = "when: {region: 上海市}";
    assertThat(
            desk(VIP, modifier("sh", "percent: 5, exclusive: best, " + inShanghai))
                .rate("service=维修"))
        .isEqualTo("维修 100.00 + vip 10.00");
    assertThat(
            desk(VIP, modifier("sh", "percent: 50, exclusive: best, " + inShanghai))
                .rate("service=维修"))
        .isEqualTo("REGION_UNKNOWN labour 0");
    assertThat(
            desk(
                    modifier("sh", "percent: 50, exclusive: first, priority: 1, " + inShanghai),
                    modifier("all", "percent: 5, exclusive: first, priority: 2"))
                .rate("service=维修"))
        .isEqualTo("维修 100.00 + all 5.00");
  }

  @Test
  void theExplanationSaysWhichMemberAppliedAndWhyNotTheOthers() {
    CompiledBook compiled =
        BookText.compiled(
            book(
                VIP,
                FIXED,
                modifier("low", "percent: 1, exclusive: first, priority: 1"),
                modifier("high", "percent: 2, exclusive: first, priority: 2")));
    Facts facts = Desk.of(compiled).facts(dev.duodang.pricing.sample.OrderText.parse("service=维修"));
    Explanation explanation = Explainer.explain(compiled, facts, Bases.NONE, Tallies.NONE);
    assertThat(told(compiled, explanation, Language.CHINESE))
        .containsExactly("vip 同组只适用一项，「fixed」为 15.00，高于此项的 10.00", "low 同组只适用一项，「high」优先级更高");
    assertThat(told(compiled, explanation, Language.ENGLISH))
        .containsExactly(
            "vip one of the group applies, and fixed gives 15.00, more than 10.00",
            "low one of the group applies, and high has the higher priority");
  }

  private static List<String> told(
      CompiledBook compiled, Explanation explanation, Language language) {
    Wording wording = Wording.of(compiled.book(), compiled.tree(), language);
    return explanation.modifiers().stream()
        .flatMap(
            applied ->
                applied.outdone().stream()
                    .map(by -> applied.modifier().name() + " " + wording.outdone(by)))
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "percent: 1, exclusive: nobody               | is not a group of modifiers that the book declares",
        "percent: 1, exclusive: first                | needs a priority",
        "percent: 1, exclusive: best, priority: 3    | has a priority, but the best is taken",
        "percent: 1, priority: 3                     | a modifier of no group has no priority",
        "amount: 1, exclusive: each                  | is of the whole order, but one applies per item",
        "minimum: 1, exclusive: best, scope: visit   | limits a visit or a period, of which a group sees one order",
        "minimum: 1, bounds: {most: 3}               | is a limit and has no bounds",
        "percent: 1, bounds: {least: 4, most: 3}     | least 4 is above most 3",
        "percent: 1, bounds: {most: -3}              | bound -3 must not be negative",
        "percent: 1, bounds: {per: item}             | bounds need least, most or both",
      })
  void whatCannotBeMeantIsRefusedWhereItStands(String rest, String message) {
    assertThat(problem(modifier("m", rest))).contains(message).startsWith("17:");
  }

  @Test
  void membersStandOneAfterTheOtherAndShareNoPriority() {
    assertThat(problem(VIP, modifier("between", "percent: 1"), FIXED))
        .startsWith("19:")
        .contains("\"fixed\" of group \"best\" stands apart");
    assertThat(
            problem(
                modifier("a", "percent: 1, exclusive: first, priority: 3"),
                modifier("b", "percent: 1, exclusive: first, priority: 3")))
        .startsWith("18:")
        .contains("has the priority 3 of another member");
  }

  private static String problem(String... modifiers) {
    BookReading reading = BookReader.of(GbT2260.tree()).read(BookText.whole(book(modifiers)));
    return ((BookReading.Refused) reading)
        .problems().stream()
            .map(one -> one.line() + ": " + one.message())
            .findFirst()
            .orElseThrow();
  }
}
