package dev.duodang.pricing.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duodang.pricing.order.Revision;
import dev.duodang.pricing.order.WorkOrder;
import dev.duodang.pricing.rating.CompiledBook;
import dev.duodang.pricing.rating.Facts;
import dev.duodang.pricing.rating.Tallies;
import dev.duodang.pricing.rating.Windows;
import dev.duodang.pricing.region.AddressResolver;
import dev.duodang.pricing.region.GbT2260;
import dev.duodang.pricing.region.Resolution;
import dev.duodang.pricing.sample.BookText;
import dev.duodang.pricing.sample.Desk;
import dev.duodang.pricing.sample.OrderText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * However an order is priced, it comes to the same: on its own, explained, delivered, and by other
 * books beside the usual ones.
 */
class AlternativeProperties {

  private static final String HEAD =
      """
      taxes:
        prices: inclusive
        payee: general
        category: service
        rates: {service: {general: 6}, goods: {general: 13}}
      calendars: {office: {week: [{weekdays: [monday, friday], hours: [09:00-18:00]}]}}
      counters: {many: {period: month}}
      mandatory: [service]
      holdAbove: 900.00
      categories:
        labour: {per: item, required: true}
        visit: {per: order}
        parts: {per: order}
      modifierGroups: {one: {apply: best}}
      modifiers:
        - {modifier: urgent, on: [labour, visit], when: {urgency: U}, percent: 20, exclusive: one}
        - {modifier: south, on: labour, when: {region: 广东省}, amount: 7.00, exclusive: one}
        - {modifier: late, on: labour, when: {promise: broken}, percent: -10}
        - {modifier: least, on: labour, minimum: 60.00}
      rebates:
        - {rebate: back, on: labour, period: month, measure: orders, volume: [{percent: 1}]}
      tiers:
      """;

  /** Tiers to choose from; a book has some of them, each at a price and priority of its own. */
  private static final List<String> TIERS =
      List.of(
          "category: labour, priority: %2$d, when: {service: s}, charge: {flat: %1$d.10}",
          "category: labour, priority: %2$d, when: {service: s/a, region: 广东省}, charge: {flat:"
              + " %1$d.25}, promise: {finish: %2$d h, calendar: office}",
          "category: labour, priority: %2$d, when: {service: s/b, region: [深圳市, 北京市]},"
              + " charge: {perUnit: %1$d.333}, taxCategory: goods",
          "category: labour, priority: %2$d, when: {expression: promotion is X}, charge: {flat:"
              + " %1$d.50}",
          "category: labour, priority: %2$d, when: {customerClass: VIP}, charge: {quote: {from:"
              + " 1.00, to: %1$d.00}}",
          "category: labour, priority: %2$d, when: {service: s/c}, unless: {service: s/a},"
              + " charge: {perUnit: %1$d.00, scope: period, counter: many}",
          "category: visit, priority: %2$d, when: {service: s/b}, charge: {flat: %1$d.00, scope:"
              + " visit}",
          "category: visit, priority: %2$d, charge: {distance: {start: %1$d.00, first: 3 km, perKm:"
              + " 1.5}}",
          "category: parts, priority: %2$d, charge: {percent: %1$d, of: {category: labour}}",
          "category: parts, priority: %2$d, when: {status: cancelled}, charge: {flat: %1$d.00},"
              + " unlessCategory: visit");

  private static CompiledBook book(List<String> tiers) {
    return BookText.compiled(HEAD + String.join("", tiers));
  }

  private static List<String> tiers(Random random) {
    List<String> tiers = new ArrayList<>();
    for (int i = 0; i < TIERS.size(); i++) {
      if (random.nextInt(4) > 0) {
        tiers.add(tier(i, random));
      }
    }
    return tiers;
  }

  private static String tier(int number, Random random) {
    String text = TIERS.get(number).formatted(1 + random.nextInt(90), 1 + random.nextInt(4));
    return "  - {tier: t%d, %s}%n".formatted(number, text);
  }

  /** The same tiers but for one or two, in another order. */
  private static List<String> changed(List<String> tiers, Random random) {
    List<String> changed = new ArrayList<>(tiers);
    for (int times = random.nextInt(3); times >= 0; times--) {
      int number = random.nextInt(TIERS.size());
      changed.removeIf(tier -> tier.startsWith("  - {tier: t" + number + ","));
      if (random.nextInt(3) > 0) {
        changed.add(tier(number, random));
      }
    }
    Collections.shuffle(changed, random);
    return changed;
  }

  private static WorkOrder order(Random random) {
    StringBuilder text = new StringBuilder("no=W1");
    text.append(random.nextInt(6) == 0 ? "" : " partner=P" + random.nextInt(3));
    text.append(pick(random, "", " region=440305", " region=440000", " region=110105"));
    text.append(pick(random, "", "", " class=VIP"));
    text.append(pick(random, "", " urgency=U"));
    text.append(pick(random, "", " promotion=X", " promotion=Y"));
    text.append(pick(random, "", " km=12"));
    text.append(pick(random, "", "", "", " status=OPEN", " status=CANCELLED"));
    text.append(pick(random, "", " visit=V1"));
    for (int items = random.nextInt(3); items >= 0; items--) {
      text.append(pick(random, "; service=s/a", "; service=s/b", "; service=s/c", "; qty=2"));
      text.append(pick(random, "", " qty=3"));
    }
    return OrderText.parse(text.toString());
  }

  private static String pick(Random random, String... texts) {
    return texts[random.nextInt(texts.length)];
  }

  private static OrderChanges changes(CompiledBook book) {
    return new OrderChanges(
        Shelf.of(List.of(new Edition(book, 1, Instant.EPOCH))),
        GbT2260.tree(),
        AddressResolver.of(GbT2260.tree()));
  }

  private static Facts facts(WorkOrder order, OrderChanges changes) {
    Resolution place = changes.place(order);
    return Facts.of(order, place, Desk.NOW);
  }

  @Property(tries = 400, seed = "4001")
  void anOrderThatIsNotRatedAgainComesToTheSameByTheOtherBooks(@ForAll long seed) {
    Random random = new Random(seed);
    List<String> tiers = tiers(random);
    ratedOnce(30, tiers, changed(tiers, random), random);
  }

  /** How many orders were not rated again; each is checked against a settler of its own. */
  private static int ratedOnce(int orders, List<String> tiers, List<String> others, Random random) {
    Settler usual = changes(book(tiers)).settler();
    OrderChanges changed = changes(book(others));
    Alternative alternative = new Alternative(usual, changed.settler());
    Settler alone = new Settler(changed.settler().shelf());
    int once = 0;
    for (int i = 0; i < orders; i++) {
      Facts facts = facts(order(random), changed);
      Settlement settled = usual.settle(facts, Tallies.NONE, Windows.NONE);
      if (alternative.comesToTheSame(facts)) {
        once++;
        assertThat(alone.settle(facts, Tallies.NONE, Windows.NONE))
            .as("%s", facts.order())
            .isEqualTo(settled);
      }
    }
    return once;
  }

  @Example
  void anOrderIsRatedOnceWhereTheTiersThatWinAreTheSame() {
    Random random = new Random(4003);
    List<String> tiers = new ArrayList<>();
    for (int i = 0; i < TIERS.size(); i++) {
      tiers.add(tier(i, random));
    }
    assertThat(ratedOnce(500, tiers, tiers.reversed(), random)).isGreaterThan(250);
    List<String> withoutVisits =
        tiers.stream().filter(tier -> !tier.contains("category: visit,")).toList();
    assertThat(ratedOnce(500, tiers, withoutVisits, random)).isLessThan(150);
  }

  @Example
  void anOrderIsRatedAgainWhereMoreDiffersThanTiers() {
    List<String> tiers = List.of(tier(0, new Random(1)));
    CompiledBook more =
        BookText.compiled(HEAD.replace("percent: 20", "percent: 30") + tiers.getFirst());
    OrderChanges usual = changes(book(tiers));
    Settler other = changes(more).settler();
    Facts facts = facts(OrderText.parse("service=s/a urgency=U region=110105"), usual);
    Settlement settled = usual.settler().settle(facts, Tallies.NONE, Windows.NONE);
    assertThat(other.settle(facts, Tallies.NONE, Windows.NONE)).isNotEqualTo(settled);
    assertThat(new Alternative(usual.settler(), other).comesToTheSame(facts)).isFalse();
  }

  @Property(tries = 200, seed = "4002")
  void anOrderComesToTheSameExplainedDeliveredAndOnItsOwn(@ForAll long seed) {
    Random random = new Random(seed);
    OrderChanges changes = changes(book(tiers(random)));
    for (int i = 0; i < 20; i++) {
      WorkOrder order = order(random);
      Settlement settled =
          changes.settler().settle(facts(order, changes), Tallies.NONE, Windows.NONE);
      Surroundings none = Surroundings.none(Desk.NOW);
      assertThat(changes.explain(order, none).stream().map(RelationExplanation::settlement))
          .as("explained %s", order)
          .isEqualTo(settled.relations());
      assertThat(
              changes.explain(order, none).stream()
                  .map(explained -> explained.explanation().rated()))
          .as("reasons of %s", order)
          .isEqualTo(settled.relations().stream().map(RelationSettlement::rated).toList());
      Change change = changes.deliver(null, order, Revision.FIRST, order.digest(), none);
      assertThat(change.settlement()).as("delivered %s", order).isEqualTo(settled);
    }
  }
}
