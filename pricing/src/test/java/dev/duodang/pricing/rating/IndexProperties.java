package dev.duodang.pricing.rating;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duodang.pricing.book.CategoryId;
import dev.duodang.pricing.book.Condition;
import dev.duodang.pricing.book.Conditions;
import dev.duodang.pricing.book.Dimension;
import dev.duodang.pricing.book.PriceBook;
import dev.duodang.pricing.book.Tier;
import dev.duodang.pricing.book.TierId;
import dev.duodang.pricing.order.Code;
import dev.duodang.pricing.order.OrderItem;
import dev.duodang.pricing.order.WorkOrder;
import dev.duodang.pricing.region.GbT2260;
import dev.duodang.pricing.region.Region;
import dev.duodang.pricing.region.RegionCode;
import dev.duodang.pricing.region.RegionTree;
import dev.duodang.pricing.region.Resolution;
import dev.duodang.pricing.sample.ToyExpressions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The index finds what a plain look at every tier finds, on random books and orders. */
class IndexProperties {

  private static final RegionTree TREE = GbT2260.tree();
  private static final Instant AS_OF = Instant.parse("2026-11-20T04:00:00Z");

  static Facts facts(WorkOrder order, WorkOrder related) {
    RegionCode code = order.place().region();
    Resolution region =
        code == null
            ? new Resolution.Unknown()
            : new Resolution.Resolved(TREE.find(code).orElseThrow());
    return Facts.of(order, region, AS_OF).following(related);
  }

  /** The lines' tiers and the held places, such as {@code order -1 t7} or {@code item 0 open}. */
  static Set<String> found(PriceBook book, WorkOrder order, WorkOrder related) {
    Rated rated =
        new Rater(CompiledBook.of(book, TREE, ToyExpressions.TOY))
            .rate(facts(order, related), Bases.NONE, Tallies.NONE);
    Set<String> found = new TreeSet<>();
    rated
        .lines()
        .forEach(line -> found.add(line.category() + " " + line.item() + " " + line.label()));
    for (Hold hold : rated.holds()) {
      found.add(
          hold.reason() == Hold.Reason.REGION_UNKNOWN
              ? hold.category() + " " + hold.item() + " open"
              : hold.reason().name());
    }
    return found;
  }

  static Set<String> expected(PriceBook book, WorkOrder order, WorkOrder related) {
    Set<String> expected = new TreeSet<>();
    Instant time =
        order.status() == dev.duodang.pricing.order.OrderStatus.CANCELLED
            ? order.times().cancelled()
            : order.times().completed();
    if (time == null && order.status() != dev.duodang.pricing.order.OrderStatus.OPEN) {
      return Set.of("FACT_MISSING");
    }
    NaiveMatch naive = new NaiveMatch(book, TREE, order, related, time == null ? AS_OF : time);
    List<OrderItem> items = new ArrayList<>(order.items());
    if (items.isEmpty()) {
      items.add(null);
    }
    for (int i = 0; i < items.size(); i++) {
      List<OrderItem> one = new ArrayList<>();
      one.add(items.get(i));
      int place = order.items().isEmpty() ? -1 : i;
      add(expected, "item " + place, winners(naive, "item", one, order));
    }
    add(expected, "order -1", winners(naive, "order", items, order));
    return expected;
  }

  private static void add(Set<String> expected, String where, Set<String> winners) {
    if (winners.size() > 1) {
      expected.add(where + " open");
    } else if (!winners.contains("none")) {
      expected.add(where + " " + winners.iterator().next());
    }
  }

  /** The winners for every region that the known one may turn out to be. */
  private static Set<String> winners(
      NaiveMatch naive, String category, List<OrderItem> items, WorkOrder order) {
    Set<String> winners = new TreeSet<>();
    for (RegionCode region : regionsWithin(order.place().region())) {
      Tier tier = naive.winner(category, items, region);
      winners.add(tier == null ? "none" : tier.name());
    }
    return winners;
  }

  private static List<RegionCode> regionsWithin(RegionCode known) {
    int from = known == null ? 0 : TREE.index(known);
    int until = known == null ? TREE.size() : TREE.subtreeEnd(from);
    List<RegionCode> regions = new ArrayList<>();
    for (int i = from; i < until; i++) {
      regions.add(TREE.at(i).code());
    }
    return regions;
  }

  @Property(tries = 120, seed = "1001")
  void theIndexFindsWhatALookAtEveryTierFinds(@ForAll long seed) {
    Random random = new Random(seed);
    PriceBook book = new RandomBooks(random).book(2 + random.nextInt(40));
    for (int i = 0; i < 12; i++) {
      WorkOrder order = Pools.order(random);
      WorkOrder related = random.nextInt(3) == 0 ? null : Pools.order(random);
      assertThat(found(book, order, related)).isEqualTo(expected(book, order, related));
    }
  }

  @Property(tries = 3, seed = "1002")
  void soItDoesBeyondSixtyFourTiersAndFourThousand(@ForAll long seed) {
    Random random = new Random(seed);
    for (int tiers : new int[] {63, 64, 65, 130, 9000}) {
      PriceBook book = new RandomBooks(random).book(tiers);
      CompiledBook compiled = CompiledBook.of(book, TREE, ToyExpressions.TOY);
      for (int i = 0; i < 40; i++) {
        WorkOrder order =
            Pools.order(random).toBuilder()
                .place(new dev.duodang.pricing.order.Place(null, RegionCode.of("440305")))
                .build();
        Rated rated = new Rater(compiled).rate(facts(order, null), Bases.NONE, Tallies.NONE);
        Set<String> found = new TreeSet<>();
        rated
            .lines()
            .forEach(line -> found.add(line.category() + " " + line.item() + " " + line.label()));
        rated.holds().forEach(hold -> found.add(hold.reason().name()));
        assertThat(found).isEqualTo(expected(book, order, null));
      }
    }
  }

  @Property(tries = 60, seed = "1003")
  void theOrderOfTiersInTheBookDoesNotMatter(@ForAll long seed) {
    Random random = new Random(seed);
    PriceBook book = new RandomBooks(random).book(2 + random.nextInt(30));
    List<Tier> shuffled = new ArrayList<>(book.tiers());
    Collections.shuffle(shuffled, random);
    PriceBook other = RandomBooks.of(shuffled, book.specificity());
    for (int i = 0; i < 10; i++) {
      WorkOrder order = Pools.order(random);
      assertThat(found(other, order, null)).isEqualTo(found(book, order, null));
    }
  }

  @Property(tries = 60, seed = "1004")
  void aTierThatNoOrderMeetsChangesNothing(@ForAll long seed) {
    Random random = new Random(seed);
    PriceBook book = new RandomBooks(random).book(2 + random.nextInt(30));
    List<Tier> more = new ArrayList<>(book.tiers());
    more.add(never("item"));
    more.add(never("order"));
    PriceBook other = RandomBooks.of(more, book.specificity());
    for (int i = 0; i < 10; i++) {
      WorkOrder order = Pools.order(random);
      assertThat(found(other, order, null)).isEqualTo(found(book, order, null));
    }
  }

  /** The highest priority, everywhere, but for a customer whom nobody is. */
  private static Tier never(String category) {
    Conditions nobody =
        new Conditions(
            List.of(
                new Condition.OneOf(
                    Dimension.Standard.CUSTOMER, Set.of(Code.of("NOBODY")), Set.of()),
                new Condition.OneOf(
                    Dimension.Standard.REGION, Set.of(), Set.of(Code.of("110105")))));
    return new Tier(
        TierId.of("never-" + category),
        "never",
        CategoryId.of(category),
        1_000,
        nobody,
        RandomBooks.flat(99_999),
        null,
        null,
        null,
        null);
  }

  @Property(tries = 40, seed = "1005")
  void theExplanationNamesTheWinnerThatWasRated(@ForAll long seed) {
    Random random = new Random(seed);
    PriceBook book = new RandomBooks(random).book(2 + random.nextInt(30));
    CompiledBook compiled = CompiledBook.of(book, TREE, ToyExpressions.TOY);
    for (int i = 0; i < 10; i++) {
      Facts facts = facts(Pools.order(random), null);
      Explanation explanation = Explainer.explain(compiled, facts, Bases.NONE, Tallies.NONE);
      Set<String> explained = new TreeSet<>();
      for (Explanation.Choice choice : explanation.choices()) {
        if (choice.winner() != null && explanation.rated().pricingTime() != null) {
          explained.add(
              choice.category().id() + " " + choice.item() + " " + choice.winner().name());
        }
        long tiers =
            book.tiers().stream()
                .filter(tier -> tier.category().equals(choice.category().id()))
                .count();
        assertThat(choice.losers()).hasSize((int) tiers - (choice.winner() == null ? 0 : 1));
      }
      Set<String> rated = new TreeSet<>();
      explanation
          .rated()
          .lines()
          .forEach(line -> rated.add(line.category() + " " + line.item() + " " + line.label()));
      if (explanation.rated().pricingTime() != null) {
        assertThat(explained).isEqualTo(rated);
      }
    }
  }

  /** The pool must hold what makes the properties worth something. */
  @Property(tries = 1, seed = "1006")
  void randomOrdersMeetRandomTiersOftenAndLeaveThemOpenSometimes() {
    Random random = new Random(7);
    int won = 0;
    int open = 0;
    for (int i = 0; i < 300; i++) {
      PriceBook book = new RandomBooks(random).book(20);
      for (String one : found(book, Pools.order(random), null)) {
        won += one.contains(" t") ? 1 : 0;
        open += one.endsWith("open") ? 1 : 0;
      }
    }
    assertThat(won).isGreaterThan(200);
    assertThat(open).isGreaterThan(30);
    assertThat(TREE.find(RegionCode.of("440305")).map(Region::depth)).contains(3);
  }
}
