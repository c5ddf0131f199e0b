package dev.duodang.pricing.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duodang.pricing.money.Exact;
import dev.duodang.pricing.rating.Rater;
import dev.duodang.pricing.sample.BookText;
import dev.duodang.pricing.sample.Formula;
import dev.duodang.pricing.sample.OrderText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever happens to the orders of a visit, what was posted is the price of what remains. */
class VisitProperties {

  private static final String BOOK =
      """
      categories: {a: {per: item}, b: {per: order}, c: {per: item}, d: {per: item}}
      tiers:
        - {tier: sum, category: a, priority: 1, when: {service: s}, charge: {perUnit: 33.333, scope: visit, maximum: 150.00}}
        - {tier: highest, category: b, priority: 1, charge: {distance: {start: 20.00, first: 3 km, perKm: 1.5}, scope: visit, count: highest}}
        - {tier: steps, category: c, priority: 1, when: {service: g}, charge: {graduated: [{upTo: 2, price: 10.005, flat: 3.00}, {price: 2.00}], scope: visit}}
        - {tier: bulk, category: d, priority: 1, when: {service: v}, charge: {volume: [{upTo: 2, price: 10.00}, {upTo: 4, price: 4.00}, {price: 1.00}], scope: visit}}
      modifiers:
        - {modifier: low, on: [a, c], minimum: 60.00, scope: visit}
        - {modifier: high, on: [d], maximum: 18.00, scope: visit}
        - {modifier: more, on: [a, b, c, d], percent: 7}
      """;

  private static String order(Random random, int number, int revision) {
    StringBuilder text = new StringBuilder("no=W" + number + " rev=" + revision);
    text.append(" visit=V").append(random.nextInt(10) == 0 ? 2 : 1);
    if (random.nextInt(4) == 0) {
      text.append(" status=CANCELLED");
    }
    if (random.nextBoolean()) {
      text.append(" km=").append(random.nextInt(60));
    }
    for (int items = random.nextInt(3); items >= 0; items--) {
      text.append("; service=").append("sgvx".charAt(random.nextInt(4)));
      text.append(" qty=").append(random.nextInt(4)).append('.').append(random.nextInt(10));
    }
    return text.toString();
  }

  @Property(tries = 150, seed = "2001")
  void whatWasPostedInAVisitIsAlwaysThePriceOfWhatRemains(@ForAll long seed) {
    Random random = new Random(seed);
    Counter desk = Counter.of(BookText.compiled(BOOK));
    Map<Integer, Integer> revisions = new HashMap<>();
    for (int step = 0; step < 25; step++) {
      int number = random.nextInt(6);
      int revision = revisions.merge(number, 1, Integer::sum);
      String text = order(random, number, revision);
      desk.change(OrderText.parse(text)).postings().forEach(VisitProperties::checkFormula);
      check(desk, text);
    }
    for (int number : revisions.keySet()) {
      int revision = revisions.get(number) + 1;
      desk.deliver("no=W" + number + " rev=" + revision + " status=CANCELLED visit=V1; service=x");
    }
    desk.tallies().forEach((key, tally) -> assertThat(tally.givenMinor()).as("%s", key).isZero());
    desk.tallies().keySet().forEach(key -> assertThat(desk.sum(key)).as("%s", key).isZero());
  }

  /** What a line shows, worked out, is its amount but for the one rounding. */
  private static void checkFormula(Posting posting) {
    if (posting.kind() != Posting.Kind.REVERSAL) {
      Exact off = Formula.value(posting.formula()).minus(posting.amount().toExact());
      assertThat(off).as("%s", posting).isBetween(Exact.of(-5, 3), Exact.of(5, 3));
    }
  }

  private static void check(Counter desk, String after) {
    Rater rater =
        desk.settler()
            .rater(
                desk.settler()
                    .shelf()
                    .editions(desk.settler().shelf().relations().getFirst())
                    .getFirst());
    desk.tallies()
        .forEach(
            (key, tally) -> {
              assertThat(desk.sum(key)).as("%s after %s", key, after).isEqualTo(tally.givenMinor());
              assertThat(rater.withdraw(key, tally, OrderText.parse("no=NOBODY")).change().minor())
                  .as("%s after %s", key, after)
                  .isZero();
            });
  }

  @Property(tries = 60, seed = "2002")
  void inTheSameSequenceLinesAreTheSame(@ForAll long seed) {
    assertThat(run(seed)).isEqualTo(run(seed));
  }

  private static List<String> run(long seed) {
    Random random = new Random(seed);
    Counter desk = Counter.of(BookText.compiled(BOOK));
    Map<Integer, Integer> revisions = new HashMap<>();
    return java.util.stream.IntStream.range(0, 12)
        .mapToObj(
            _ -> {
              int number = random.nextInt(4);
              return desk.deliver(order(random, number, revisions.merge(number, 1, Integer::sum)));
            })
        .toList();
  }

  @Property(tries = 100, seed = "2003")
  void outsideOfVisitsAReversalAndItsLineAreZero(@ForAll long seed) {
    Random random = new Random(seed);
    Counter desk = Counter.of(BookText.compiled(BOOK));
    for (int revision = 1; revision < 8; revision++) {
      desk.deliver(order(random, 1, revision).replaceAll(" visit=V\\d", ""));
    }
    List<Posting> posted = desk.posted("W1");
    for (Posting posting : posted) {
      if (posting.reverses() != null) {
        Posting original = posted.get(posting.reverses() - 1);
        assertThat(original.amount().plus(posting.amount()).minor()).isZero();
        assertThat(original.tier()).isEqualTo(posting.tier());
        assertThat(original.category()).isEqualTo(posting.category());
        assertThat(original.book()).isEqualTo(posting.book());
      }
    }
    assertThat(posted)
        .extracting(Posting::number)
        .containsExactlyElementsOf(
            java.util.stream.IntStream.rangeClosed(1, posted.size()).boxed().toList());
  }
}
