package dev.duodang.pricing.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duodang.pricing.money.Money;
import dev.duodang.pricing.rating.CompiledBook;
import dev.duodang.pricing.sample.BookText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** However orders are ordered and spread, their differences are the same. */
class SimulationProperties {

  private static final String BOOK =
      """
      categories: {labour: {per: item, required: true}, callOut: {per: order}}
      tiers:
        - {tier: a, category: labour, priority: 1, when: {service: s/a}, charge: {perUnit: 33.335}}
        - {tier: b, category: labour, priority: 1, when: {service: s/b, region: 广东省}, charge: {flat: 70.00}}
        - {tier: c, category: labour, priority: 2, when: {service: s, customerClass: VIP}, charge: {flat: 90.00}}
        - {tier: trip, category: callOut, priority: 1, charge: {distance: {start: 5.00, first: 3 km, perKm: 1.5}}}
      modifiers:
        - {modifier: urgent, on: [labour, callOut], when: {urgency: U}, percent: 20}
        - {modifier: low, on: [labour, callOut], minimum: 60.00}
      """;

  private static final CompiledBook BEFORE = BookText.compiled(BOOK);
  private static final CompiledBook AFTER =
      BookText.compiled(
          BOOK.replace("33.335", "41.115")
              .replace("region: 广东省", "region: 深圳市")
              .replace("minimum: 60.00", "minimum: 75.00"));

  private static List<Difference> random(Random random, CompiledBook before, CompiledBook after) {
    Pairs pairs = Pairs.of(before, after);
    List<Difference> differences = new ArrayList<>();
    for (int number = random.nextInt(60); number >= 0; number--) {
      differences.add(pairs.difference(order(random, number)));
    }
    return differences;
  }

  private static String order(Random random, int number) {
    StringBuilder text = new StringBuilder("no=W" + number);
    text.append(" partner=P").append(random.nextInt(4));
    text.append(" region=").append(List.of("440305", "440106", "110105").get(random.nextInt(3)));
    text.append(random.nextInt(3) == 0 ? " class=VIP" : "");
    text.append(random.nextInt(3) == 0 ? " urgency=U" : "");
    text.append(random.nextInt(2) == 0 ? " km=" + random.nextInt(30) : "");
    text.append(random.nextInt(8) == 0 ? " status=OPEN" : "");
    for (int items = random.nextInt(3); items >= 0; items--) {
      text.append("; service=s/").append("abc".charAt(random.nextInt(3)));
      text.append(" qty=").append(random.nextInt(1, 4));
    }
    return text.toString();
  }

  private static Simulation empty() {
    return new Simulation(EnumSet.allOf(Grouping.class), 5);
  }

  private static Simulation of(List<Difference> differences) {
    Simulation simulation = empty();
    differences.forEach(simulation::add);
    return simulation;
  }

  private static Simulation merged(Simulation one, Simulation other) {
    one.merge(other);
    return one;
  }

  @Property(tries = 150, seed = "3001")
  void theOrderInWhichOrdersAreAddedChangesNothing(@ForAll long seed) {
    Random random = new Random(seed);
    List<Difference> differences = random(random, BEFORE, AFTER);
    Map<Simulation.Where, Differences> straight = of(differences).result();
    Collections.shuffle(differences, random);
    assertThat(of(differences).result()).isEqualTo(straight);
  }

  @Property(tries = 150, seed = "3002")
  void mergingIsAssociativeAndCommutativeAndSameAsAddingAll(@ForAll long seed) {
    Random random = new Random(seed);
    List<Difference> all = random(random, BEFORE, AFTER);
    int first = random.nextInt(all.size() + 1);
    int second = random.nextInt(first, all.size() + 1);
    List<Difference> a = all.subList(0, first);
    List<Difference> b = all.subList(first, second);
    List<Difference> c = all.subList(second, all.size());
    Map<Simulation.Where, Differences> whole = of(all).result();
    assertThat(merged(merged(of(a), of(b)), of(c)).result()).isEqualTo(whole);
    assertThat(merged(of(a), merged(of(b), of(c))).result()).isEqualTo(whole);
    assertThat(merged(of(c), merged(of(b), of(a))).result()).isEqualTo(whole);
    assertThat(merged(empty(), of(all)).result()).isEqualTo(whole);
  }

  @Property(tries = 100, seed = "3003")
  void equalBooksDifferInNothing(@ForAll long seed) {
    CompiledBook again = BookText.compiled(BOOK);
    of(random(new Random(seed), BEFORE, again))
        .result()
        .values()
        .forEach(
            differences -> {
              assertThat(differences.largest()).isEmpty();
              differences
                  .sums()
                  .forEach(
                      (group, sum) -> {
                        assertThat(sum.changed()).as("%s", group).isZero();
                        assertThat(sum.difference().minor()).as("%s", group).isZero();
                        assertThat(sum.newlyHeld() + sum.noLongerHeld()).isZero();
                      });
            });
  }

  @Property(tries = 150, seed = "3004")
  void theGroupsOfEachGroupingAddUpToTheTotal(@ForAll long seed) {
    for (Differences one : of(random(new Random(seed), BEFORE, AFTER)).result().values()) {
      for (Grouping by : Grouping.values()) {
        Money zero = Money.zero(one.total().before().currency());
        List<Sum> sums =
            one.sums().entrySet().stream()
                .filter(entry -> entry.getKey().isOf(by))
                .map(Map.Entry::getValue)
                .toList();
        assertThat(sums.stream().map(Sum::before).reduce(zero, Money::plus))
            .as("before %s", by)
            .isEqualTo(one.total().before());
        assertThat(sums.stream().map(Sum::after).reduce(zero, Money::plus))
            .as("after %s", by)
            .isEqualTo(one.total().after());
      }
    }
  }
}
