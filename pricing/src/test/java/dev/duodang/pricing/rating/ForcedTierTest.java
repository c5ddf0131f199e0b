package dev.duodang.pricing.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.duodang.pricing.book.CategoryId;
import dev.duodang.pricing.book.Relation;
import dev.duodang.pricing.book.Tier;
import dev.duodang.pricing.book.TierId;
import dev.duodang.pricing.sample.BookText;
import dev.duodang.pricing.sample.Desk;
import dev.duodang.pricing.sample.OrderText;
import dev.duodang.pricing.wording.Language;
import dev.duodang.pricing.wording.Wording;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A person may choose a tier from those that the book allows, whatever the tier asks. */
class ForcedTierTest {

  private static final String BOOK =
      """
      categories: {labour: {per: item, required: true}, visit: {per: order}, travel: {per: order}}
      tiers:
        - {tier: 标准, category: labour, priority: 1, when: {service: 维修}, charge: {perUnit: 100.00}}
        - {tier: 高级, category: labour, priority: 2, when: {customerClass: VIP}, charge: {perUnit: 150.00}, mayBeForced: true}
        - {tier: 春季, category: labour, priority: 2, when: {customerClass: VIP, urgency: U}, charge: {flat: 90.00},
           mayBeForced: true, validFrom: 2026-03-01, validUntil: 2026-11-20}
        - {tier: 空跑, category: labour, priority: 1, when: {status: cancelled, service: 维修}, charge: {flat: 20.00}}
        - {tier: 空跑优待, category: labour, priority: 2, when: {status: cancelled, urgency: U}, charge: {flat: 40.00}, mayBeForced: true}
        - {tier: 上门, category: visit, priority: 1, when: {region: 北京市}, charge: {flat: 30.00}}
        - {tier: 远程, category: visit, priority: 2, when: {region: 上海市}, charge: {flat: 60.00}, mayBeForced: true}
        - {tier: 路费, category: travel, priority: 1, charge: {flat: 8.00}, unlessCategory: visit}
      modifiers:
        - {modifier: 加急, on: labour, when: {urgency: U}, percent: 20}
      """;

  @ParameterizedTest
  @CsvSource({
    "0, 高级, 高级 300.00 + 上门 30.00",
    "0, 标准, TIER_NOT_ALLOWED labour 0",
    "0, 春季, TIER_NOT_ALLOWED labour 0",
    "0, 远程, TIER_NOT_ALLOWED labour 0",
    "0, 没有, TIER_NOT_ALLOWED labour 0",
    "1, 高级, 标准 200.00 + 上门 30.00",
    "-1, 高级, 标准 200.00 + 上门 30.00",
  })
  void onlyATierOfTheCategoryThatTheBookAllowsOnThatDayIsChosenForItsItem(
      int item, String tier, String result) {
    assertThat(Desk.with(BOOK).forced("labour", item, tier).rate("service=维修 qty=2 region=110105"))
        .isEqualTo(result);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-02-28T23:59:59, TIER_NOT_ALLOWED labour 0",
    "2026-03-01T00:00:00, 春季 90.00 + 上门 30.00",
    "2026-11-19T23:59:59, 春季 90.00 + 上门 30.00",
    "2026-11-20T00:00:00, TIER_NOT_ALLOWED labour 0",
  })
  void aTierIsChosenOnTheDaysOfItsOwnValidity(String completed, String result) {
    assertThat(
            Desk.with(BOOK)
                .forced("labour", 0, "春季")
                .rate("service=维修 region=110105 completed=" + completed))
        .isEqualTo(result);
  }

  @Test
  void whatFollowsTheTierGoesOnAsIfItHadWon() {
    assertThat(Desk.with(BOOK).forced("labour", 0, "高级").rate("service=维修 region=110105 urgency=U"))
        .isEqualTo("高级 150.00 + 上门 30.00 + 加急 30.00");
    assertThat(Desk.with(BOOK).forced("labour", 0, "高级").rate("service=清洗 region=440305"))
        .isEqualTo("高级 150.00 + 路费 8.00");
    assertThat(Desk.with(BOOK).forced("visit", -1, "远程").rate("service=维修 region=440305"))
        .isEqualTo("标准 100.00 + 远程 60.00");
  }

  @Test
  void aTierThatSomebodyChoseHangsOnNoRegion() {
    assertThat(Desk.with(BOOK).rate("service=维修")).isEqualTo("REGION_UNKNOWN visit");
    assertThat(Desk.with(BOOK).forced("visit", -1, "远程").rate("service=维修"))
        .isEqualTo("标准 100.00 + 远程 60.00");
  }

  @ParameterizedTest
  @CsvSource({"高级, 空跑 20.00", "空跑优待, 空跑优待 40.00"})
  void forACancelledOrderOnlyATierThatAdmitsItCounts(String tier, String result) {
    assertThat(
            Desk.with(BOOK)
                .forced("labour", 0, tier)
                .rate("service=维修 region=110105 status=CANCELLED"))
        .isEqualTo(result);
  }

  @Test
  void theLastChoiceCountsUntilItIsTakenBack() {
    Relation relation = Relation.parse("headquarters→partner");
    CategoryId labour = CategoryId.of("labour");
    Decisions both = Decisions.NONE.with(forced(relation, "春季")).with(forced(relation, "高级"));
    assertThat(rated(both)).isEqualTo("高级 150.00 + 上门 30.00");
    assertThat(rated(both.unforced(relation, CategoryId.of("visit"), 0)))
        .isEqualTo("高级 150.00 + 上门 30.00");
    assertThat(rated(both.unforced(relation, labour, 1))).isEqualTo("高级 150.00 + 上门 30.00");
    assertThat(rated(both.unforced(Relation.parse("brand→headquarters"), labour, 0)))
        .isEqualTo("高级 150.00 + 上门 30.00");
    assertThat(rated(both.unforced(relation, labour, 0))).isEqualTo("标准 100.00 + 上门 30.00");
  }

  private static Decisions.Forced forced(Relation relation, String tier) {
    return new Decisions.Forced(
        relation, CategoryId.of("labour"), 0, TierId.of(tier), "客户投诉", "manager");
  }

  private static String rated(Decisions decisions) {
    CompiledBook book = BookText.compiled(BOOK);
    Facts facts = Desk.of(book).facts(OrderText.parse("service=维修 region=110105")).with(decisions);
    return Desk.text(new Rater(book).rate(facts, Bases.NONE, Tallies.NONE));
  }

  @Test
  void aTierIsChosenForAReason() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Decisions.Forced(
                    Relation.parse("headquarters→partner"),
                    CategoryId.of("labour"),
                    0,
                    TierId.of("高级"),
                    " ",
                    "manager"))
        .withMessage("a tier is forced for no reason");
  }

  @Test
  void theBookListsWhatMayBeChosenAtATime() {
    var book = BookText.compiled(BOOK).book();
    Instant before = Instant.parse("2026-11-19T15:59:59Z");
    assertThat(Forcing.allowed(book, CategoryId.of("labour"), before))
        .extracting(Tier::name)
        .containsExactly("高级", "春季", "空跑优待");
    assertThat(Forcing.allowed(book, CategoryId.of("labour"), before.plusSeconds(1)))
        .extracting(Tier::name)
        .containsExactly("高级", "空跑优待");
    assertThat(Forcing.allowed(book, CategoryId.of("travel"), before)).isEmpty();
  }

  private static Explanation explained(Desk desk, CompiledBook book, String order) {
    return Explainer.explain(book, desk.facts(OrderText.parse(order)), Bases.NONE, Tallies.NONE);
  }

  @Test
  void theExplanationSaysWhoChoseWhyAndWhatWouldHaveWon() {
    CompiledBook book = BookText.compiled(BOOK);
    Desk desk = Desk.of(book).forced("labour", 0, "高级");
    Explanation explanation = explained(desk, book, "service=维修 region=110105");
    Explanation.Choice labour = explanation.choices().getFirst();
    assertThat(labour.winner()).isEqualTo(book.book().tier(TierId.of("高级")));
    assertThat(labour.best()).isEqualTo(book.book().tier(TierId.of("标准")));
    assertThat(labour.losers())
        .extracting(loser -> loser.tier().name())
        .startsWith("标准")
        .doesNotContain("高级")
        .hasSize(4);
    assertThat(labour.losers().getFirst().reason()).isEqualTo(new Explanation.Reason.Displaced());
    assertThat(Wording.of(book.book(), book.tree(), Language.CHINESE).sentence(explanation))
        .isEqualTo("180.00 = labour 150.00 + visit 30.00；上门：区域属于北京市；指定「高级」，按条件应为「标准」，manager：客户投诉");
    assertThat(Wording.of(book.book(), book.tree(), Language.ENGLISH).sentence(explanation))
        .endsWith("; 高级 chosen by manager, where 标准 would win: 客户投诉");
  }

  @ParameterizedTest
  @CsvSource({
    "service=清洗, '指定「高级」，按条件没有适用的档位，manager：客户投诉', '高级 chosen by manager, where no tier applies:"
        + " 客户投诉'",
    "service=清洗 class=VIP, '指定「高级」，按条件也应为此档位，manager：客户投诉', '高级 chosen by manager, which wins by"
        + " what it asks, too: 客户投诉'",
  })
  void aChoiceThatChangesNothingOrStandsAloneSaysSo(String order, String chinese, String english) {
    CompiledBook book = BookText.compiled(BOOK);
    Desk desk = Desk.of(book).forced("labour", 0, "高级");
    Explanation.Choice labour =
        explained(desk, book, order + " region=440305").choices().getFirst();
    assertThat(Wording.of(book.book(), book.tree(), Language.CHINESE).forced(labour))
        .isEqualTo(chinese);
    assertThat(Wording.of(book.book(), book.tree(), Language.ENGLISH).forced(labour))
        .isEqualTo(english);
  }

  @Test
  void aChoiceOfWhichNobodyKnowsWhoMadeItNamesNobody() {
    CompiledBook book = BookText.compiled(BOOK);
    Decisions.Forced nameless =
        new Decisions.Forced(
            book.book().relation(), CategoryId.of("labour"), 0, TierId.of("高级"), "客户投诉", "");
    Facts facts =
        Desk.of(book)
            .facts(OrderText.parse("service=维修 region=440305"))
            .with(Decisions.NONE.with(nameless));
    Explanation.Choice labour =
        Explainer.explain(book, facts, Bases.NONE, Tallies.NONE).choices().getFirst();
    assertThat(Wording.of(book.book(), book.tree(), Language.CHINESE).forced(labour))
        .isEqualTo("指定「高级」，按条件应为「标准」，客户投诉");
    assertThat(Wording.of(book.book(), book.tree(), Language.ENGLISH).forced(labour))
        .isEqualTo("高级 chosen, where 标准 would win: 客户投诉");
  }

  @Test
  void aHoldForATierThatIsNotAllowedSaysWhichAre() {
    CompiledBook book = BookText.compiled(BOOK);
    Desk desk = Desk.of(book).forced("labour", 0, "标准");
    Explanation explanation = explained(desk, book, "service=维修 region=110105");
    assertThat(explanation.choices().getFirst().winner()).isNull();
    assertThat(Wording.of(book.book(), book.tree(), Language.CHINESE).sentence(explanation))
        .isEqualTo("labour：指定的档位不允许，「标准」；可指定：高级、空跑优待");
    assertThat(Wording.of(book.book(), book.tree(), Language.ENGLISH).sentence(explanation))
        .isEqualTo("labour: the tier chosen is not allowed, 标准; allowed: 高级, 空跑优待");
    Hold none =
        new Hold(
            Hold.Reason.TIER_NOT_ALLOWED,
            CategoryId.of("travel"),
            -1,
            new Hold.Detail.NotAllowed(TierId.of("路费"), List.of()));
    assertThat(Wording.of(book.book(), book.tree(), Language.CHINESE).hold(none))
        .isEqualTo("travel：指定的档位不允许，「路费」；此类别没有可指定的档位");
  }
}
