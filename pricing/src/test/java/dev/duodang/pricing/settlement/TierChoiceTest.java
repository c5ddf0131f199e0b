package dev.duodang.pricing.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duodang.pricing.book.CategoryId;
import dev.duodang.pricing.book.Relation;
import dev.duodang.pricing.book.Tier;
import dev.duodang.pricing.book.TierId;
import dev.duodang.pricing.money.Exact;
import dev.duodang.pricing.rating.Decisions;
import dev.duodang.pricing.rating.Rated;
import dev.duodang.pricing.sample.BookText;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person may choose for an order that was settled, waits or is cancelled. */
class TierChoiceTest {

  private static final Relation RELATION = Relation.parse("headquarters→partner");
  private static final CategoryId LABOUR = CategoryId.of("labour");

  private static final String BOOK =
      """
      appliesWhen: {warranty: out}
      counters: {visits: {name: 次数, period: month}}
      categories: {labour: {per: item, required: true}, visit: {per: order}, steps: {per: order}}
      tiers:
        - {tier: 标准, category: labour, priority: 1, when: {service: 维修}, charge: {perUnit: 100.00}}
        - {tier: 高级, category: labour, priority: 2, when: {customerClass: VIP}, charge: {perUnit: 150.00}, mayBeForced: true}
        - {tier: 空跑, category: labour, priority: 3, when: {status: cancelled, urgency: U}, charge: {flat: 40.00}, mayBeForced: true}
        - {tier: 上门, category: visit, priority: 1, when: {service: 维修}, charge: {flat: 30.00}}
        - {tier: 阶梯, category: steps, priority: 1, when: {brand: B}, charge: {graduated: [{upTo: 1, price: 10.00}, {price: 8.00}], scope: period, counter: visits}}
        - {tier: 优待, category: steps, priority: 2, when: {brand: C}, charge: {graduated: [{upTo: 1, price: 20.00}, {price: 6.00}], scope: period, counter: visits}, mayBeForced: true}
      """;

  private final Counter counter = Counter.of(BookText.compiled(BOOK));

  private static Decisions.Forced forced(String category, int item, String tier) {
    return new Decisions.Forced(
        RELATION, CategoryId.of(category), item, TierId.of(tier), "客户投诉", "manager");
  }

  private String choices(String orderNo) {
    return counter.choices(orderNo).stream()
        .map(
            one ->
                "%s %d %s → %s"
                    .formatted(
                        one.category().id(),
                        one.item(),
                        one.now() == null ? "—" : one.now().name(),
                        one.allowed().stream().map(Tier::name).collect(Collectors.joining("/"))))
        .collect(Collectors.joining(", "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "service=维修 warranty=OUT | labour 0 标准 → 高级/空跑, steps -1 — → 优待",
        "; service=清洗 warranty=OUT; service=维修 warranty=IN; service=维修 warranty=OUT brand=B |"
            + " labour 0 — → 高级/空跑, labour 2 标准 → 高级/空跑, steps -1 阶梯 → 优待",
        "service=维修 warranty=IN | ''",
        "warranty=OUT class=VIP | labour 0 高级 → 高级/空跑, steps -1 — → 优待",
        "service=维修 warranty=OUT status=CANCELLED | labour 0 — → 空跑",
      })
  void eachItemThatTheBookConcernsHasItsChoices(String order, String expected) {
    counter.deliver(order);
    assertThat(choices("W1")).isEqualTo(expected);
  }

  @Test
  void aChoiceTakesBackWhatWasPostedAndItsEndPostsThatAgain() {
    counter.deliver("service=维修 warranty=OUT");
    assertThat(counter.decide("W1", known -> known.with(forced("labour", 0, "高级"))))
        .isEqualTo("-标准 -100.00, -上门 -30.00, 高级 150.00, 上门 30.00");
    assertThat(choices("W1")).startsWith("labour 0 高级 → 高级/空跑");
    assertThat(counter.choices("W1").getFirst().forced()).isEqualTo(forced("labour", 0, "高级"));
    assertThat(counter.choices("W1").getFirst().best()).extracting(Tier::name).isEqualTo("标准");
    assertThat(counter.decide("W1", known -> known.unforced(RELATION, LABOUR, 0)))
        .isEqualTo("-高级 -150.00, -上门 -30.00, 标准 100.00, 上门 30.00");
    assertThat(counter.total("W1")).isEqualTo(Exact.parse("130.00"));
  }

  @Test
  void aChoiceSettlesWhatNoTierMatches() {
    assertThat(counter.deliver("service=清洗 warranty=OUT")).isEmpty();
    assertThat(counter.state("W1").state()).isEqualTo(Rated.State.ON_HOLD);
    assertThat(counter.decide("W1", known -> known.with(forced("labour", 0, "高级"))))
        .isEqualTo("高级 150.00");
    assertThat(counter.state("W1").state()).isEqualTo(Rated.State.SETTLED);
  }

  @Test
  void aChoiceOutlivesRevisionsAndIsSilentWhileTheOrderIsCancelled() {
    counter.deliver("rev=1 service=维修 warranty=OUT");
    counter.decide("W1", known -> known.with(forced("labour", 0, "高级")));
    assertThat(counter.deliver("rev=2 service=维修 warranty=OUT qty=2"))
        .isEqualTo("-高级 -150.00, -上门 -30.00, 高级 300.00, 上门 30.00");
    assertThat(counter.deliver("rev=3 service=维修 warranty=OUT status=CANCELLED"))
        .isEqualTo("-高级 -300.00, -上门 -30.00");
    assertThat(counter.state("W1").state()).isEqualTo(Rated.State.VOIDED);
    assertThat(counter.deliver("rev=4 service=维修 warranty=OUT")).isEqualTo("高级 150.00, 上门 30.00");
  }

  @Test
  void whatAMonthGaveStaysTheWorthOfItsCountHoweverOrdersAreChosenFor() {
    counter.deliver("no=A rev=1 service=维修 warranty=OUT brand=B");
    counter.deliver("no=B rev=1 service=维修 warranty=OUT brand=B");
    assertThat(counter.decide("A", known -> known.with(forced("labour", 0, "高级"))))
        .isEqualTo("-标准 -100.00, -上门 -30.00, -阶梯 -8.00, 高级 150.00, 上门 30.00, 阶梯 8.00");
    counter.decide("A", known -> known.unforced(RELATION, LABOUR, 0));
    assertThat(counter.total("A").plus(counter.total("B"))).isEqualTo(Exact.parse("278.00"));
  }

  @Test
  void anOrderStaysWithTheVersionThatPricedIt() {
    String head =
        """
        book: sample
        relation: headquarters→partner
        currency: CNY
        zone: Asia/Shanghai
        validFrom: 2026-01-01
        """;
    Edition first =
        new Edition(
            BookText.compile(BookText.book(head + BOOK)), 1, Instant.parse("2026-01-01T00:00:00Z"));
    Counter before = Counter.of(List.of(first));
    before.deliver("service=维修 warranty=OUT");
    Edition second =
        new Edition(
            BookText.compile(
                BookText.book(
                    head
                        + BOOK.replace("flat: 30.00", "flat: 35.00")
                            .replace("perUnit: 150.00", "perUnit: 180.00"))),
            2,
            Instant.parse("2026-01-02T00:00:00Z"));
    Counter after = before.with(second);
    assertThat(after.decide("W1", known -> known.with(forced("labour", 0, "高级"))))
        .isEqualTo("-标准 -100.00, -上门 -30.00, 高级 150.00, 上门 30.00");
    assertThat(after.state("W1").standing())
        .extracting(one -> one.book().version())
        .containsOnly(1);
    after.deliver("no=W2 service=清洗 warranty=OUT");
    assertThat(after.decide("W2", known -> known.with(forced("labour", 0, "高级"))))
        .isEqualTo("高级 180.00");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "labour | 0 | 高级 | allowed",
        "labour | 0 | 标准 | tier 标准 may not be chosen in headquarters→partner, labour, item 0: 高级, 空跑",
        "labour | 0 | 没有 | tier 没有 may not be chosen in headquarters→partner, labour, item 0: 高级, 空跑",
        "labour | 1 | 高级 | no tier may be chosen in headquarters→partner, labour, item 1:",
        "visit | -1 | 上门 | no tier may be chosen in headquarters→partner, visit:",
        "steps | -1 | 优待 | allowed",
        "steps | 0 | 优待 | no tier may be chosen in headquarters→partner, steps, item 0:",
      })
  void aTierThatMayNotBeChosenIsRefusedWithThoseThatMay(
      String category, int item, String tier, String expected) {
    counter.deliver("service=维修 warranty=OUT");
    Choosing judged = Choosing.of(counter.choices("W1"), forced(category, item, tier));
    assertThat(
            switch (judged) {
              case Choosing.Allowed _ -> "allowed";
              case Choosing.Refused(String reason, List<TierId> instead) ->
                  (reason
                          + ": "
                          + instead.stream().map(TierId::text).collect(Collectors.joining(", ")))
                      .strip();
            })
        .isEqualTo(expected);
  }

  @Test
  void aChoiceThatTheBookNoLongerAllowsIsListedSoThatItCanBeTakenBack() {
    counter.deliver("service=维修 warranty=OUT");
    counter.decide("W1", known -> known.with(forced("visit", -1, "上门")));
    assertThat(counter.state("W1").state()).isEqualTo(Rated.State.ON_HOLD);
    assertThat(choices("W1")).contains("visit -1 — → ,");
  }
}
