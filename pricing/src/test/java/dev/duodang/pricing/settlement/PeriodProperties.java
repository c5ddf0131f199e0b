package dev.duodang.pricing.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duodang.pricing.money.Exact;
import dev.duodang.pricing.rating.Window;
import dev.duodang.pricing.rating.WindowKey;
import dev.duodang.pricing.sample.BookText;
import dev.duodang.pricing.sample.Formula;
import dev.duodang.pricing.sample.OrderText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever happens to the orders of a period, what was posted is the price of what remains. */
class PeriodProperties {

  private static final String BOOK =
      """
      counters: {steps: {period: month}, bulk: {period: month}, low: {period: month}, high: {period: quarter}}
      categories: {a: {per: item}, b: {per: item}, c: {per: item}}
      tiers:
        - {tier: steps, category: a, priority: 1, when: {service: g}, charge: {graduated: [{upTo: 2, price: 10.005, flat: 3.00}, {price: 2.00}], scope: period, counter: steps}}
        - {tier: bulk, category: b, priority: 1, when: {service: v}, charge: {volume: [{upTo: 2, price: 10.00}, {upTo: 4, price: 4.00}, {price: 1.00}], scope: period, counter: bulk}}
        - {tier: unit, category: c, priority: 1, when: {service: u}, charge: {perUnit: 33.333}}
      modifiers:
        - {modifier: low, on: c, minimum: 60.00, scope: period, counter: low}
        - {modifier: high, on: [b], maximum: 18.00, scope: period, counter: high}
        - {modifier: more, on: [a, b, c], percent: 7}
      rebates:
        - {rebate: all, on: [a, b, c], period: month, measure: orders, volume: [{percent: 1}]}
        - {rebate: charges, on: [a, b], of: charges, period: month, measure: quantity, volume: [{percent: 1}]}
      """;

  private static String order(Random random, int number, int revision) {
    StringBuilder text = new StringBuilder("no=W" + number + " rev=" + revision);
    text.append(" partner=P").append(random.nextInt(5) == 0 ? 2 : 1);
    text.append(random.nextInt(5) == 0 ? " completed=2026-12-01T00:00" : "");
    if (random.nextInt(4) == 0) {
      text.append(" status=CANCELLED");
    }
    for (int items = random.nextInt(3); items >= 0; items--) {
      text.append("; service=").append("gvux".charAt(random.nextInt(4)));
      text.append(" qty=").append(random.nextInt(4)).append('.').append(random.nextInt(10));
    }
    return text.toString();
  }

  @Property(tries = 150, seed = "2002")
  void aWindowGivesWhatIsPostedForItAndNothingIsLeftWhenAllOrdersAreGone(@ForAll long seed) {
    Random random = new Random(seed);
    Counter desk = Counter.of(BookText.compiled(BOOK));
    Map<Integer, Integer> revisions = new HashMap<>();
    List<Posting> posted = new ArrayList<>();
    for (int step = 0; step < 25; step++) {
      int number = random.nextInt(6);
      int revision = revisions.merge(number, 1, Integer::sum);
      String text = order(random, number, revision);
      posted.addAll(desk.change(OrderText.parse(text)).postings());
      check(desk, posted, revisions, text);
    }
    for (int number : revisions.keySet()) {
      int revision = revisions.get(number) + 1;
      desk.deliver("no=W" + number + " rev=" + revision + " status=CANCELLED; service=x");
    }
    desk.windows().forEach(PeriodProperties::checkNobodyIsLeft);
    for (String rebate : List.of("all", "charges")) {
      assertThat(sum(desk, rebate)).as(rebate).isZero();
    }
  }

  /** A rebate may keep what lines of another month gave back through a longer counter. */
  private static void checkNobodyIsLeft(WindowKey key, Window window) {
    Window expected =
        key.kind() == WindowKey.Kind.REBATE
            ? new Window(0, Exact.ZERO, window.minor())
            : Window.EMPTY;
    assertThat(window).as("%s", key).isEqualTo(expected);
  }

  private static void check(
      Counter desk, List<Posting> posted, Map<Integer, Integer> revisions, String after) {
    for (String counter : List.of("steps", "bulk", "low", "high")) {
      long lines =
          posted.stream()
              .filter(line -> counter.equals(name(line)))
              .mapToLong(line -> line.amount().minor())
              .sum();
      assertThat(sum(desk, counter)).as("%s after %s", counter, after).isEqualTo(lines);
    }
    desk.windows().forEach((key, window) -> checkPrice(key, window, after));
    long amounts = posted.stream().mapToLong(line -> line.amount().minor()).sum();
    assertThat(sum(desk, "all")).as("rebate after %s", after).isEqualTo(amounts);
    long orders =
        revisions.keySet().stream()
            .filter(number -> !desk.state("W" + number).standing().isEmpty())
            .count();
    assertThat(count(desk, "all")).as("orders after %s", after).isEqualTo(orders);
  }

  /** A window of charges is worth the rounded price of its quantity. */
  private static void checkPrice(WindowKey key, Window window, String after) {
    if (window.count() > 0 && key.name().equals("steps")) {
      Exact in = window.quantity().min(Exact.of(2));
      Exact price =
          in.times(Exact.parse("10.005"))
              .plus(Exact.parse("3.00"))
              .plus(window.quantity().minus(in).times(Exact.of(2)));
      assertThat(window.minor())
          .as("%s after %s", key, after)
          .isEqualTo(price.toUnits(2, java.math.RoundingMode.HALF_UP));
    }
  }

  private static String name(Posting line) {
    return line.modifier() != null ? line.modifier().text() : String.valueOf(line.tier());
  }

  private static long sum(Counter desk, String name) {
    return desk.windows().entrySet().stream()
        .filter(entry -> entry.getKey().name().equals(name))
        .mapToLong(entry -> entry.getValue().minor())
        .sum();
  }

  private static long count(Counter desk, String name) {
    return desk.windows().entrySet().stream()
        .filter(entry -> entry.getKey().name().equals(name))
        .mapToLong(entry -> entry.getValue().count())
        .sum();
  }

  @Property(tries = 100, seed = "2003")
  void whatALineShowsWorkedOutIsItsAmount(@ForAll long seed) {
    Random random = new Random(seed);
    Counter desk = Counter.of(BookText.compiled(BOOK));
    for (int number = 0; number < 8; number++) {
      for (Posting line : desk.change(OrderText.parse(order(random, number, 1))).postings()) {
        Exact off = Formula.value(line.formula()).minus(line.amount().toExact());
        assertThat(off).as("%s", line).isBetween(Exact.of(-5, 3), Exact.of(5, 3));
      }
    }
  }
}
