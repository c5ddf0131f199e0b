package dev.duodang.pricing.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duodang.pricing.money.Exact;
import dev.duodang.pricing.order.OrderStatus;
import dev.duodang.pricing.order.Revision;
import dev.duodang.pricing.order.WorkOrder;
import dev.duodang.pricing.proof.Proof;
import dev.duodang.pricing.rating.CompiledBook;
import dev.duodang.pricing.rating.Line;
import dev.duodang.pricing.rating.Rated;
import dev.duodang.pricing.rating.Tallies;
import dev.duodang.pricing.rating.Windows;
import dev.duodang.pricing.region.AddressResolver;
import dev.duodang.pricing.region.GbT2260;
import dev.duodang.pricing.sample.BookText;
import dev.duodang.pricing.sample.Desk;
import dev.duodang.pricing.sample.OrderText;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes wrong with prices in comparable systems, and what becomes of it here. */
class PitfallsTest {

  private static final Instant RECORDED = Instant.parse("2026-01-01T00:00:00Z");
  private static final AddressResolver ADDRESSES = AddressResolver.of(GbT2260.tree());

  private static OrderChanges changes(Edition... editions) {
    return new OrderChanges(Shelf.of(List.of(editions)), GbT2260.tree(), ADDRESSES);
  }

  private static Edition edition(CompiledBook book, int version) {
    return new Edition(book, version, RECORDED.plusSeconds(version));
  }

  private static Surroundings nothingElse() {
    return new Surroundings(null, Tallies.NONE, Windows.NONE, Desk.NOW);
  }

  private static Change deliver(OrderChanges changes, OrderState before, String order) {
    WorkOrder parsed = OrderText.parse(order);
    Revision revision = before == null ? Revision.FIRST : before.revision().next();
    return changes.deliver(before, parsed, revision, parsed.digest(), nothingElse());
  }

  private static CompiledBook flat(String price) {
    return BookText.compiled(
        """
        categories: {c: {per: item, required: true}}
        tiers:
          - {tier: t, category: c, priority: 1, charge: {flat: %s}}
        """
            .formatted(price));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-10T23:59:59, 平日 100.00",
    "2026-11-11T00:00:00, 大促 80.00",
    "2026-11-11T23:59:59, 大促 80.00",
    "2026-11-12T00:00:00, 平日 100.00",
    "2027-02-28T23:59:59, 月末 70.00",
    "2027-03-01T00:00:00, 平日 100.00",
    "2028-02-28T23:59:59, 平日 100.00",
    "2028-02-29T00:00:00, 闰日 60.00",
    "2028-02-29T23:59:59, 闰日 60.00",
    "2028-03-01T00:00:00, 平日 100.00",
  })
  void aDayIsHalfOpenAtMidnightAtTheEndOfAMonthAndOnALeapDay(String completed, String line) {
    Desk desk =
        Desk.with(
            """
            categories: {c: {per: item}}
            tiers:
              - {tier: 平日, category: c, priority: 1, charge: {flat: 100.00}}
              - {tier: 大促, category: c, priority: 2, when: {completed: {from: 2026-11-11, until: 2026-11-12}}, charge: {flat: 80.00}}
              - {tier: 月末, category: c, priority: 2, when: {completed: {from: 2027-02-28, until: 2027-03-01}}, charge: {flat: 70.00}}
              - {tier: 闰日, category: c, priority: 2, when: {completed: {from: 2028-02-29, until: 2028-03-01}}, charge: {flat: 60.00}}
            """);
    assertThat(desk.rate("service=x completed=" + completed)).isEqualTo(line);
  }

  /** Times are of Shanghai; 1 November of New York lasts 25 hours, 8 March lasts 23. */
  @ParameterizedTest
  @CsvSource({
    "2026-11-01T12:00, 2026-11-02T12:59:59, t 60.00",
    "2026-11-01T12:00, 2026-11-02T13:00:00, t 100.00",
    "2026-11-01T11:59:59, 2026-11-01T12:00, t 100.00",
    "2026-03-08T13:00, 2026-03-09T11:59:59, t 60.00",
    "2026-03-08T13:00, 2026-03-09T12:00:00, t 100.00",
  })
  void aDayOfTheBooksZoneNeitherMovesNorDoublesWhereClocksChange(
      String first, String second, String line) {
    Counter desk =
        Counter.of(
            BookText.compile(
                BookText.book(
                    BookText.HEAD.replace("Asia/Shanghai", "America/New_York")
                        + """
                        counters: {daily: {period: day}}
                        categories: {c: {per: item}}
                        tiers:
                          - {tier: t, category: c, priority: 1, charge: {graduated: [{upTo: 1, price: 100.00}, {price: 60.00}], scope: period, counter: daily}}
                        """)));
    desk.deliver("no=A rev=1 service=x completed=" + first);
    assertThat(desk.deliver("no=B rev=1 service=x completed=" + second)).isEqualTo(line);
  }

  @Test
  void aPriceThatChangesLaterRewritesNoHistory() {
    Edition old = edition(flat("100.00"), 1);
    Change first = deliver(changes(old), null, "service=x");
    OrderChanges later = changes(old, edition(flat("130.00"), 2));
    Change cancelled = deliver(later, first.state(), "service=x status=CANCELLED");
    assertThat(Counter.text(cancelled.postings())).isEqualTo("-t -100.00");
    assertThat(cancelled.postings().getFirst().book().version()).isEqualTo(1);
    assertThat(first.postings().getFirst().book().version()).isEqualTo(1);
    assertThat(Counter.text(deliver(later, null, "no=W2 service=x").postings()))
        .isEqualTo("t 130.00");
  }

  @Test
  void reversingOneOrderUnderGraduatedStepsLeavesTheLaterOnesAsTheyAre() {
    Counter desk =
        Counter.of(
            BookText.compiled(
                """
                counters: {monthly: {period: month}}
                categories: {c: {per: item}}
                tiers:
                  - {tier: t, category: c, priority: 1, charge: {graduated: [{upTo: 2, price: 100.00}, {price: 60.00}], scope: period, counter: monthly}}
                """));
    for (String number : List.of("A", "B", "C", "D")) {
      desk.deliver("no=" + number + " rev=1 service=x");
    }
    assertThat(desk.deliver("no=A rev=2 service=x status=CANCELLED")).isEqualTo("-t -60.00");
    assertThat(List.of(desk.total("B"), desk.total("C"), desk.total("D")))
        .containsExactly(Exact.parse("100.00"), Exact.parse("60.00"), Exact.parse("60.00"));
    assertThat(desk.total("A").plus(Exact.parse("220.00"))).isEqualTo(Exact.parse("260.00"));
    assertThat(desk.deliver("no=E rev=1 service=x")).isEqualTo("t 60.00");
  }

  @Test
  void aPreviewIsWhatIsThenPosted() {
    OrderChanges changes = changes(edition(BookText.compile(home()), 1));
    for (String facts :
        List.of(
            "service=安装 class=MEMBER address=北京市朝阳区",
            "service=维修 class=MEMBER address=河南省洛阳市 km=12.4 urgency=URGENT parts=CAP-35*2",
            "service=维修 qty=2 class=KEY_ACCOUNT address=成都市",
            "service=清洗 status=OPEN address=上海市静安区")) {
      Settlement preview = changes.preview(OrderText.parse(facts), nothingElse());
      Change change = deliver(changes, null, facts);
      assertThat(change.settlement()).as(facts).isEqualTo(preview);
      List<String> previewed =
          preview.relations().stream()
              .filter(one -> one.rated().state() == Rated.State.SETTLED)
              .flatMap(one -> one.rated().lines().stream())
              .map(line -> line.label() + " " + line.amount())
              .toList();
      assertThat(change.postings())
          .extracting(posting -> posting.label() + " " + posting.amount())
          .isEqualTo(previewed);
    }
  }

  private static dev.duodang.pricing.book.PriceBook home() {
    return BookText.file("templates/home-appliance/books/home-service.yaml");
  }

  @Test
  void anAgreementWithOnePartnerIsATierOfTheSameBook() {
    String tiers =
        """
        categories: {c: {per: item}}
        tiers:
          - {tier: 标准, category: c, priority: 1, when: {service: 维修}, charge: {flat: 100.00}}
          - {tier: 协议, category: c, priority: 1, when: {counterparty: P7}, charge: {flat: 120.00}}
        """;
    Desk desk = Desk.with(tiers);
    assertThat(desk.rate("service=维修 partner=P7")).isEqualTo("协议 120.00");
    assertThat(desk.rate("service=维修 partner=P8")).isEqualTo("标准 100.00");
    assertThat(Proof.of(BookText.compiled(tiers)).conflicts().number()).isZero();
  }

  @Test
  void aTotalIsTheSumOfItsRoundedLines() {
    Rated rated =
        Desk.with(
                """
                categories: {c: {per: item}}
                tiers:
                  - {tier: t, category: c, priority: 1, charge: {perUnit: 0.335}}
                modifiers:
                  - {modifier: m, on: c, percent: 0.5}
                """)
            .rated("service=x;service=y;service=z");
    assertThat(rated.lines()).extracting(Line::amount).asString().contains("0.34, 0.34, 0.34");
    assertThat(rated.total()).hasToString("1.02");
  }

  @Test
  void aStepHasAWindowOfItsOwnWhateverTheOthersDo() {
    Counter desk =
        Counter.of(
            BookText.compiled(
                """
                counters: {monthly: {period: month}, quarterly: {period: quarter}}
                categories: {c: {per: item}}
                tiers:
                  - {tier: 月, category: c, priority: 1, when: {service: a}, charge: {graduated: [{upTo: 1, price: 10.00}, {price: 6.00}], scope: period, counter: monthly}}
                  - {tier: 季, category: c, priority: 1, when: {service: b}, charge: {graduated: [{upTo: 1, price: 10.00}, {price: 6.00}], scope: period, counter: quarterly}}
                """));
    String october = " completed=2026-10-31T23:59:59";
    String november = " completed=2026-11-01T00:00";
    assertThat(desk.deliver("no=A rev=1 service=a" + october)).isEqualTo("月 10.00");
    assertThat(desk.deliver("no=B rev=1 service=b" + october)).isEqualTo("季 10.00");
    assertThat(desk.deliver("no=C rev=1 service=a" + november)).isEqualTo("月 10.00");
    assertThat(desk.deliver("no=D rev=1 service=b" + november)).isEqualTo("季 6.00");
  }

  @Test
  void whatIsCancelledAfterItWasSettledIsTakenBackOnce() {
    OrderChanges changes = changes(edition(flat("100.00"), 1));
    Change settled = deliver(changes, null, "rev=1 service=x");
    WorkOrder again = OrderText.parse("rev=1 service=x");
    assertThat(Verdict.of(settled.state().head(), again, again.digest()))
        .isInstanceOf(Verdict.Repeat.class);
    Change cancelled = deliver(changes, settled.state(), "service=x status=CANCELLED");
    assertThat(Counter.text(cancelled.postings())).isEqualTo("-t -100.00");
    assertThat(cancelled.state().order().status()).isEqualTo(OrderStatus.CANCELLED);
    Change twice = deliver(changes, cancelled.state(), "service=x status=CANCELLED km=1");
    assertThat(twice.postings()).isEmpty();
  }

  @Test
  void twoRulesThatCouldBothWinAreRefusedBeforeTheyPrice() {
    CompiledBook book =
        BookText.compiled(
            """
            categories: {c: {per: item}}
            tiers:
              - {tier: 甲, category: c, priority: 1, when: {brand: A}, charge: {flat: 100.00}}
              - {tier: 乙, category: c, priority: 1, when: {brand: [A, B]}, charge: {flat: 120.00}}
            """);
    assertThat(Proof.of(book).conflicts().number()).isOne();
  }

  @Test
  void anOrderWithoutAnAmountAlwaysSaysWhy() {
    Rated held =
        Desk.with(
                """
                categories: {c: {per: item, required: true}}
                tiers:
                  - {tier: t, category: c, priority: 1, when: {service: 维修}, charge: {flat: 1.00}}
                """)
            .rated("service=安装");
    assertThat(held.state()).isEqualTo(Rated.State.ON_HOLD);
    assertThat(held.holds()).hasSize(1);
  }
}
