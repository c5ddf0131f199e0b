package dev.duodang.pricing.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duodang.pricing.book.Condition;
import dev.duodang.pricing.book.Conditions;
import dev.duodang.pricing.book.ExpressionText;
import dev.duodang.pricing.book.FeeCategory;
import dev.duodang.pricing.book.PriceBook;
import dev.duodang.pricing.book.Tier;
import dev.duodang.pricing.book.text.BookWriter;
import dev.duodang.pricing.order.OrderItem;
import dev.duodang.pricing.order.OrderStatus;
import dev.duodang.pricing.order.WorkOrder;
import dev.duodang.pricing.rating.CompiledBook;
import dev.duodang.pricing.rating.NaiveMatch;
import dev.duodang.pricing.region.GbT2260;
import dev.duodang.pricing.region.RegionCode;
import dev.duodang.pricing.sample.BookText;
import dev.duodang.pricing.sample.ToyExpressions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What a proof says of small random books is what a look at every kind of order says. */
class ProofProperties {

  /** What looking at every order finds; the naive match shares nothing with the proof. */
  private static final class Looked {
    private final PriceBook book;

    /** Tiers of which nobody can tell whether they admit what they may. */
    private final Set<String> hanging;

    private final List<OrderItem> items;
    private final Set<Set<String>> conflicts = new HashSet<>();
    private final Set<String> unbeaten = new TreeSet<>();
    private final Set<String> withGap = new TreeSet<>();

    Looked(PriceBook book, Set<String> hanging) {
      this.book = book;
      this.hanging = hanging;
      EveryOrder every = new EveryOrder(book);
      this.items = every.items();
      every.orders().forEach(this::look);
    }

    private void look(EveryOrder.Priced priced) {
      NaiveMatch naive = naive(book, priced.order(), null, priced.at());
      Map<Tier, Set<List<Long>>> ranks = new HashMap<>();
      for (OrderItem item : items) {
        if (isPriced(book, priced.order())
            && naive.meets(book.appliesWhen(), item, priced.region())) {
          ranks.clear();
          for (Tier tier : book.tiers()) {
            if (naive.holds(tier, item, priced.region())) {
              ranks.put(tier, Set.of(naive.rank(tier, item, priced.region())));
            }
          }
          addWinners(ranks);
          addGaps(naive, priced, item, ranks.keySet());
        }
      }
      lookAtPairs(naive, priced);
    }

    private void addWinners(Map<Tier, Set<List<Long>>> ranks) {
      for (Tier tier : ranks.keySet()) {
        List<Long> own = ranks.get(tier).iterator().next();
        boolean beaten =
            ranks.keySet().stream()
                .filter(other -> other.category().equals(tier.category()))
                .filter(other -> !hanging.contains(other.id().text()))
                .anyMatch(
                    other ->
                        Arrays.compare(array(ranks.get(other).iterator().next()), array(own)) > 0);
        if (!beaten) {
          unbeaten.add(tier.id().text());
        }
      }
    }

    private void addGaps(
        NaiveMatch naive, EveryOrder.Priced priced, OrderItem item, Set<Tier> admitting) {
      for (Conditions covered : book.covers()) {
        boolean counts =
            covered.namesStatus()
                ? priced.order().status() != OrderStatus.CANCELLED
                : priced.order().status() == OrderStatus.COMPLETED
                    || priced.order().status() == OrderStatus.VERIFIED;
        if (counts && naive.meets(covered, item, priced.region())) {
          for (FeeCategory category : book.categories()) {
            if (admitting.stream().noneMatch(tier -> tier.category().equals(category.id()))) {
              withGap.add(category.id().text());
            }
          }
        }
      }
    }

    /** Two items may each bring a tier of a category that is per order. */
    private void lookAtPairs(NaiveMatch naive, EveryOrder.Priced priced) {
      Map<OrderItem, Map<Tier, List<Long>>> byItem = new HashMap<>();
      for (OrderItem item : items) {
        if (isPriced(book, priced.order())
            && naive.meets(book.appliesWhen(), item, priced.region())) {
          Map<Tier, List<Long>> ranks = new HashMap<>();
          for (Tier tier : book.tiers()) {
            if (naive.holds(tier, item, priced.region())) {
              ranks.put(tier, naive.rank(tier, item, priced.region()));
            }
          }
          byItem.put(item, ranks);
        }
      }
      Set<Map<Tier, List<Long>>> kinds = new HashSet<>(byItem.values());
      for (Map<Tier, List<Long>> one : kinds) {
        addTies(one, one, FeeCategory.Per.ITEM);
      }
      Map<Tier, List<Long>> ofNone = byItem.remove(null);
      Set<Map<Tier, List<Long>>> ofItems = new HashSet<>(byItem.values());
      if (ofNone != null) {
        addTies(ofNone, ofNone, FeeCategory.Per.ORDER);
      }
      for (Map<Tier, List<Long>> one : ofItems) {
        for (Map<Tier, List<Long>> other : ofItems) {
          addTies(one, other, FeeCategory.Per.ORDER);
        }
      }
    }

    private boolean isHanging(Tier a, Tier b) {
      return hanging.contains(a.id().text()) || hanging.contains(b.id().text());
    }

    /** A tier's rank on an order is the best that an item gives it. */
    private void addTies(
        Map<Tier, List<Long>> one, Map<Tier, List<Long>> other, FeeCategory.Per per) {
      Map<Tier, List<Long>> best = new HashMap<>(one);
      other.forEach(
          (tier, rank) ->
              best.merge(tier, rank, (a, b) -> Arrays.compare(array(a), array(b)) >= 0 ? a : b));
      List<Tier> tiers = new ArrayList<>(best.keySet());
      for (Tier a : tiers) {
        for (Tier b : tiers) {
          boolean same =
              !a.id().equals(b.id())
                  && a.category().equals(b.category())
                  && book.category(a.category()).per() == per
                  && (best.get(a).equals(best.get(b))
                      || (isHanging(a, b) && a.priority() == b.priority()));
          if (same) {
            conflicts.add(Set.of(a.id().text(), b.id().text()));
          }
        }
      }
    }
  }

  private static long[] array(List<Long> numbers) {
    return numbers.stream().mapToLong(Long::longValue).toArray();
  }

  private static NaiveMatch naive(PriceBook book, WorkOrder order, WorkOrder related, Instant at) {
    return new NaiveMatch(book, GbT2260.tree(), order, related, at);
  }

  /** Whether all is there that is mandatory; small books ask for the customer class at most. */
  private static boolean isPriced(PriceBook book, WorkOrder order) {
    return book.mandatory().isEmpty()
        || order.status() == OrderStatus.CANCELLED
        || order.customer().customerClass() != null;
  }

  private static PriceBook book(long seed) {
    return BookText.book(new SmallBooks(new Random(seed)).text());
  }

  private static Findings findings(PriceBook book) {
    return Proof.of(CompiledBook.of(book, GbT2260.tree(), ToyExpressions.TOY));
  }

  private static Set<Set<String>> conflicts(Findings findings) {
    return findings.all().stream()
        .filter(Finding.Conflict.class::isInstance)
        .map(
            conflict ->
                conflict.tiers().stream().map(tier -> tier.id().text()).collect(Collectors.toSet()))
        .collect(Collectors.toSet());
  }

  private static Set<String> tiers(Findings findings, Finding.Kind... kinds) {
    return findings.all().stream()
        .filter(finding -> List.of(kinds).contains(finding.kind()))
        .flatMap(finding -> finding.tiers().stream())
        .map(tier -> tier.id().text())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Property(tries = 150, seed = "2001")
  void conflictsGapsAndWinnersAreThoseOfALookAtEveryOrder(@ForAll long seed) {
    PriceBook book = book(seed);
    Looked looked = new Looked(book, Set.of());
    Findings findings = findings(book);

    Set<Set<String>> conflicts = conflicts(findings);
    assertThat(conflicts).isEqualTo(looked.conflicts);
    assertThat(findings.conflicts()).isEqualTo(new Findings.Count(conflicts.size(), true));

    Set<String> withGap =
        findings.all().stream()
            .filter(Finding.Gap.class::isInstance)
            .map(gap -> ((Finding.Gap) gap).category().id().text())
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(withGap).isEqualTo(looked.withGap);

    Set<String> never =
        book.tiers().stream()
            .map(tier -> tier.id().text())
            .collect(Collectors.toCollection(TreeSet::new));
    never.removeAll(looked.unbeaten);
    assertThat(tiers(findings, Finding.Kind.UNREACHABLE, Finding.Kind.CONTRADICTION))
        .isEqualTo(never);
  }

  /** Some tiers of a book ask an expression besides, which holds for no order that is looked at. */
  private static PriceBook hanging(PriceBook book, Set<String> tiers) {
    PriceBook hanging = book;
    for (Tier tier : book.tiers()) {
      if (tiers.contains(tier.id().text())) {
        List<Condition> asked = new ArrayList<>(tier.when().all());
        asked.add(new Condition.Expression(ExpressionText.of("promotion is X")));
        hanging =
            hanging.with(
                new Tier(
                    tier.id(),
                    tier.name(),
                    tier.category(),
                    tier.priority(),
                    new Conditions(asked),
                    tier.charge(),
                    tier.promise(),
                    tier.unless(),
                    tier.validFrom(),
                    tier.validUntil()));
      }
    }
    return hanging;
  }

  @Property(tries = 100, seed = "2003")
  void anExpressionIsTakenNeitherForTrueNorForFalse(@ForAll long seed) {
    PriceBook bare = book(seed);
    Random random = new Random(seed);
    Set<String> asking =
        bare.tiers().stream()
            .map(tier -> tier.id().text())
            .filter(_ -> random.nextInt(3) == 0)
            .collect(Collectors.toCollection(TreeSet::new));
    Looked looked = new Looked(bare, asking);
    Findings findings = findings(hanging(bare, asking));

    assertThat(conflicts(findings)).isEqualTo(looked.conflicts);
    Set<String> never =
        bare.tiers().stream()
            .map(tier -> tier.id().text())
            .collect(Collectors.toCollection(TreeSet::new));
    never.removeAll(looked.unbeaten);
    assertThat(tiers(findings, Finding.Kind.UNREACHABLE, Finding.Kind.CONTRADICTION))
        .isEqualTo(never);
    Set<String> byExpression = new TreeSet<>(asking);
    byExpression.removeAll(never);
    assertThat(tiers(findings, Finding.Kind.REACH_BY_EXPRESSION)).isEqualTo(byExpression);
    assertThat(withGap(findings, Finding.Kind.GAP)).isEqualTo(looked.withGap);
    assertThat(withGap(findings, Finding.Kind.GAP, Finding.Kind.GAP_BY_EXPRESSION))
        .isEqualTo(new Looked(without(bare, asking), Set.of()).withGap);
  }

  private static PriceBook without(PriceBook book, Set<String> tiers) {
    Map<String, Object> tree = new HashMap<>(BookWriter.tree(book));
    List<Object> kept = new ArrayList<>((List<?>) tree.getOrDefault("tiers", List.of()));
    kept.removeIf(tier -> tiers.contains(((Map<?, ?>) tier).get("tier")));
    tree.put("tiers", kept);
    return BookText.book(json(tree));
  }

  private static String json(Object value) {
    return switch (value) {
      case Map<?, ?> map ->
          map.entrySet().stream()
              .map(entry -> json(entry.getKey()) + ": " + json(entry.getValue()))
              .collect(Collectors.joining(", ", "{", "}"));
      case List<?> list ->
          list.stream().map(ProofProperties::json).collect(Collectors.joining(", ", "[", "]"));
      default -> '"' + value.toString() + '"';
    };
  }

  private static Set<String> withGap(Findings findings, Finding.Kind... kinds) {
    Set<String> categories = new TreeSet<>();
    for (Finding finding : findings.all()) {
      if (finding instanceof Finding.Gap gap && List.of(kinds).contains(gap.kind())) {
        categories.add(gap.category().id().text());
      } else if (finding instanceof Finding.GapByExpression gap
          && List.of(kinds).contains(gap.kind())) {
        categories.add(gap.category().id().text());
      }
    }
    return categories;
  }

  @Property(tries = 400, seed = "2002")
  void everyExampleShowsWhatIsFound(@ForAll long seed) {
    PriceBook book = book(seed);
    for (Finding finding : findings(book).all()) {
      switch (finding) {
        case Finding.Conflict conflict -> {
          assertThat(admits(book, conflict.example(), conflict.first())).isTrue();
          assertThat(admits(book, conflict.example(), conflict.second())).isTrue();
        }
        case Finding.Gap gap ->
            assertThat(book.tiers())
                .filteredOn(tier -> tier.category().equals(gap.category().id()))
                .noneMatch(tier -> admits(book, gap.example(), tier));
        case Finding.Unreachable unreachable -> {
          assertThat(admits(book, unreachable.example(), unreachable.tier())).isTrue();
          assertThat(unreachable.covering()).isNotEmpty();
        }
        case Finding.Contradiction contradiction ->
            assertThat(
                    contradiction.example() != null
                        && admits(book, contradiction.example(), contradiction.tier()))
                .isFalse();
        case Finding.CalendarEnds ends -> assertThat(ends.year()).isEqualTo(2027);
        case Finding.UndecidedGap _,
            Finding.UndecidedReach _,
            Finding.IdleModifier _,
            Finding.IdleRebate _,
            Finding.ClosedLastStep _,
            Finding.OutsideAgreed _,
            Finding.AlwaysAboveLimit _,
            Finding.BelowZero _,
            Finding.RefusedExpression _,
            Finding.GapByExpression _,
            Finding.ReachByExpression _,
            Finding.UndecidedPromise _,
            Finding.More _ ->
            throw new AssertionError("a small book has none of these: " + finding);
      }
    }
  }

  private static boolean admits(PriceBook book, Example example, Tier tier) {
    WorkOrder order = example.order();
    Instant stated =
        order.status() == OrderStatus.CANCELLED
            ? order.times().cancelled()
            : order.times().completed();
    NaiveMatch naive =
        naive(book, order, example.related(), stated == null ? example.asOf() : stated);
    RegionCode region = example.region().code();
    List<OrderItem> items =
        order.items().isEmpty() ? Arrays.asList((OrderItem) null) : order.items();
    return items.stream()
        .anyMatch(
            item ->
                naive.meets(book.appliesWhen(), item, region) && naive.holds(tier, item, region));
  }
}
