package dev.duodang.pricing.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duodang.pricing.money.Exact;
import dev.duodang.pricing.rating.Rated;
import dev.duodang.pricing.sample.BookText;
import dev.duodang.pricing.sample.OrderText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Revisions, cancellations and visits as lines that are posted, never edited. */
class OrderChangesTest {

  private static final String BOOK =
      """
      categories: {labour: {per: item}, travel: {per: order}, work: {per: item}, bulk: {per: item}}
      tiers:
        - {tier: 维修, category: labour, priority: 1, when: {service: 维修}, charge: {perUnit: 100.00}}
        - {tier: 空跑, category: labour, priority: 1, when: {status: cancelled, arrived: true}, charge: {flat: 30.00}}
        - {tier: 交通, category: travel, priority: 1, charge: {distance: {start: 20.00, first: 25 km, perKm: 1.5}, scope: visit, count: highest}}
        - {tier: 高空, category: work, priority: 1, when: {service: 高空}, charge: {perUnit: 100.00, scope: visit, maximum: 200.00}}
        - {tier: 批量, category: bulk, priority: 1, when: {service: 批量}, charge: {volume: [{upTo: 2, price: 10.00}, {price: 5.00}], scope: visit}}
      modifiers:
        - {modifier: 急, on: labour, when: {urgency: U}, percent: 20}
        - {modifier: 低, on: labour, when: {brand: B}, minimum: 60.00, scope: visit}
      """;

  private final Counter counter = Counter.of(BookText.compiled(BOOK));

  @Test
  void aRevisionTakesBackAllLinesAndPostsNewOnes() {
    assertThat(counter.deliver("rev=1 service=维修 urgency=U")).isEqualTo("维修 100.00, 急 20.00");
    assertThat(counter.deliver("rev=2 service=维修 qty=2"))
        .isEqualTo("-维修 -100.00, -急 -20.00, 维修 200.00");
    assertThat(counter.posted("W1")).extracting(Posting::number).containsExactly(1, 2, 3, 4, 5);
    assertThat(counter.posted("W1"))
        .extracting(Posting::reverses)
        .containsExactly(null, null, 1, 2, null);
    assertThat(counter.posted("W1"))
        .extracting(Posting::cause)
        .containsExactly(null, null, Posting.Cause.REVISED, Posting.Cause.REVISED, null);
    assertThat(Postings.standing(counter.posted("W1")))
        .extracting(Posting::number)
        .containsExactly(5);
    assertThat(counter.state("W1").standing()).isEqualTo(Postings.standing(counter.posted("W1")));
    assertThat(counter.total("W1")).isEqualTo(Exact.parse("200.00"));
  }

  @Test
  void aCancellationLeavesNothingOrTheDryRun() {
    counter.deliver("no=A rev=1 service=维修");
    assertThat(counter.deliver("no=A rev=2 status=CANCELLED service=维修")).isEqualTo("-维修 -100.00");
    assertThat(counter.state("A").state()).isEqualTo(Rated.State.VOIDED);
    assertThat(counter.total("A")).isEqualTo(Exact.ZERO);
    counter.deliver("no=B rev=1 service=维修");
    assertThat(counter.deliver("no=B rev=2 status=CANCELLED arrived=2026-11-20T10:00 service=维修"))
        .isEqualTo("-维修 -100.00, 空跑 30.00");
    assertThat(counter.posted("B").get(1).cause()).isEqualTo(Posting.Cause.CANCELLED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "km=40            | km=25            | -交通 -22.50 |",
        "km=25            | km=40            |              | -交通 -22.50",
        "service=高空 qty=2 | service=高空   | -高空 -100.00 |",
        "service=高空     | service=高空 qty=2 |            | -高空 -100.00",
        "service=高空 qty=3 | service=高空 qty=2 | -高空 0.00 |",
        "service=批量 qty=2 | service=批量   | -批量 -5.00 |",
      })
  void anOrderTakenOutOfAVisitGivesBackAtTheTop(
      String first, String second, String firstCancelled, String secondCancelled) {
    for (String leaving : new String[] {"A", "B"}) {
      Counter desk = Counter.of(BookText.compiled(BOOK));
      desk.deliver("no=A visit=V1 rev=1 " + first);
      desk.deliver("no=B visit=V1 rev=1 " + second);
      String facts = leaving.equals("A") ? first : second;
      String result = desk.deliver("no=" + leaving + " visit=V1 rev=2 status=CANCELLED " + facts);
      String expected = leaving.equals("A") ? firstCancelled : secondCancelled;
      if (expected != null) {
        assertThat(result).isEqualTo(expected);
      }
      desk.tallies()
          .forEach((key, tally) -> assertThat(desk.sum(key)).isEqualTo(tally.givenMinor()));
    }
  }

  @Test
  void whatAnOrderHasInAVisitWithoutALineIsGivenBackToo() {
    counter.deliver("no=A visit=V1 rev=1 km=40");
    assertThat(counter.deliver("no=B visit=V1 rev=1 km=25")).isEmpty();
    assertThat(counter.deliver("no=A visit=V1 rev=2 status=CANCELLED")).isEqualTo("-交通 -22.50");
    assertThat(counter.deliver("no=B visit=V1 rev=2 status=CANCELLED")).isEqualTo("-交通 -20.00");
    Posting last = counter.posted("B").getLast();
    assertThat(last.reverses()).isNull();
    assertThat(last.kind()).isEqualTo(Posting.Kind.REVERSAL);
    assertThat(counter.total("A").plus(counter.total("B"))).isEqualTo(Exact.ZERO);
    assertThat(Postings.standing(counter.posted("B"))).isEmpty();
  }

  @Test
  void aLimitOverAVisitMovesWithTheOrdersThatLeave() {
    counter.deliver("no=A visit=V1 rev=1 service=维修 brand=B qty=0.45");
    assertThat(counter.deliver("no=B visit=V1 rev=1 service=维修 brand=B qty=0.1"))
        .isEqualTo("维修 10.00, 低 -10.00");
    assertThat(counter.deliver("no=A visit=V1 rev=2 status=CANCELLED service=维修 brand=B"))
        .isEqualTo("-维修 -45.00, -低 45.00");
    assertThat(counter.total("A").plus(counter.total("B"))).isEqualTo(Exact.parse("60.00"));
    assertThat(counter.deliver("no=B visit=V1 rev=2 status=CANCELLED service=维修 brand=B"))
        .isEqualTo("-维修 -10.00, -低 -50.00");
  }

  @Test
  void aRevisionCountsItsOwnPartOnce() {
    counter.deliver("no=A visit=V1 rev=1 service=高空");
    assertThat(counter.deliver("no=A visit=V1 rev=2 service=高空"))
        .isEqualTo("-高空 -100.00, 高空 100.00");
    assertThat(counter.deliver("no=A visit=V1 rev=3 service=高空 qty=5"))
        .isEqualTo("-高空 -100.00, 高空 200.00");
    assertThat(counter.deliver("no=A visit=V2 rev=4 service=高空 qty=5"))
        .isEqualTo("-高空 -200.00, 高空 200.00");
    assertThat(counter.deliver("no=B visit=V1 rev=1 service=高空")).isEqualTo("高空 100.00");
  }

  @Test
  void aVersionWithoutTheTierStillGivesBackWhatItGave() {
    String head =
        "book: sample\nrelation: headquarters→partner\ncurrency: CNY\nzone: Asia/Shanghai\n";
    Edition old = edition(head + "validFrom: 2026-01-01\n" + BOOK, 1);
    Edition later =
        edition(
            head
                + "validFrom: 2026-11-25\ncategories: {labour: {per: item}}\n"
                + "tiers: [{tier: 维修, category: labour, priority: 1, charge: {flat: 1.00}}]\n",
            2);
    Counter desk = Counter.of(List.of(old, later));
    desk.deliver("no=A visit=V1 rev=1 km=40");
    desk.deliver("no=B visit=V1 rev=1 km=25");
    assertThat(desk.deliver("no=B visit=V1 rev=2 completed=2026-11-26T10:00")).isEqualTo("维修 1.00");
    assertThat(desk.deliver("no=A visit=V1 rev=2 completed=2026-11-26T10:00"))
        .isEqualTo("-交通 -42.50, 维修 1.00");
  }

  private static Edition edition(String text, int version) {
    return new Edition(
        BookText.compile(BookText.book(text)),
        version,
        java.time.Instant.parse("2026-01-0" + version + "T00:00:00Z"));
  }

  @Test
  void aPreviewIsWhatADeliveryComesTo() {
    Surroundings around = Surroundings.none(dev.duodang.pricing.sample.Desk.NOW);
    OrderChanges changes =
        new OrderChanges(
            Shelf.of(List.of(new Edition(BookText.compiled(BOOK), 1, around.asOf()))),
            dev.duodang.pricing.region.GbT2260.tree(),
            dev.duodang.pricing.region.AddressResolver.of(
                dev.duodang.pricing.region.GbT2260.tree()));
    var order = OrderText.parse("visit=V1 km=40 urgency=U; service=维修; service=高空 qty=3");
    Change change =
        changes.deliver(
            null, order, dev.duodang.pricing.order.Revision.FIRST, order.digest(), around);
    assertThat(changes.preview(order, around)).isEqualTo(change.settlement());
  }
}
