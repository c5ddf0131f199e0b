package dev.duodang.pricing.rating;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duodang.pricing.book.CategoryId;
import dev.duodang.pricing.book.PriceBook;
import dev.duodang.pricing.order.WorkOrder;
import dev.duodang.pricing.region.GbT2260;
import dev.duodang.pricing.sample.ToyExpressions;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** A matcher finds what a full rating charges by, on random books and orders. */
class MatcherProperties {

  /** The winning tiers and the open places, written as {@link IndexProperties#found} does. */
  static Set<String> matched(Matcher items, Matcher whole, Facts facts) {
    Set<String> found = new TreeSet<>();
    int count = facts.order().items().size();
    for (int i = 0; i < Math.max(1, count); i++) {
      add(found, "item " + (count == 0 ? -1 : i), items.match(facts, i));
    }
    add(found, "order -1", whole.match(facts, 0));
    return found;
  }

  private static void add(Set<String> found, String where, Match match) {
    switch (match) {
      case Match.Won(var tier) -> found.add(where + " " + tier.name());
      case Match.RegionOpen _ -> found.add(where + " open");
      case Match.ExpressionOpen _ -> found.add(where + " expression open");
      case Match.Nothing _ -> {}
    }
  }

  @Property(tries = 80, seed = "1011")
  void aMatcherFindsTheTiersThatAFullRatingChargesBy(@ForAll long seed) {
    Random random = new Random(seed);
    PriceBook book = new RandomBooks(random).book(2 + random.nextInt(60));
    CompiledBook compiled = CompiledBook.of(book, GbT2260.tree(), ToyExpressions.TOY);
    Matcher items = new Matcher(compiled, CategoryId.of("item"));
    Matcher whole = new Matcher(compiled, CategoryId.of("order"));
    for (int i = 0; i < 20; i++) {
      WorkOrder order = Pools.order(random);
      WorkOrder related = random.nextInt(3) == 0 ? null : Pools.order(random);
      Set<String> rated = IndexProperties.found(book, order, related);
      if (!rated.equals(Set.of("FACT_MISSING"))) {
        assertThat(matched(items, whole, IndexProperties.facts(order, related))).isEqualTo(rated);
      }
    }
  }
}
