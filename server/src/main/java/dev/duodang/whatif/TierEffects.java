package dev.duodang.whatif;

import dev.duodang.book.BookDrafts;
import dev.duodang.book.Books;
import dev.duodang.catalog.Regions;
import dev.duodang.database.TenantId;
import dev.duodang.expressions.CelExpressions;
import dev.duodang.pricing.book.PriceBook;
import dev.duodang.pricing.book.Relation;
import dev.duodang.pricing.book.TierId;
import dev.duodang.pricing.order.OrderNo;
import dev.duodang.pricing.order.WorkOrder;
import dev.duodang.pricing.rating.CompiledBook;
import dev.duodang.pricing.rating.Hold;
import dev.duodang.pricing.rating.Rated;
import dev.duodang.pricing.rating.Share;
import dev.duodang.pricing.rating.Tallies;
import dev.duodang.pricing.rating.Window;
import dev.duodang.pricing.rating.WindowKey;
import dev.duodang.pricing.region.Region;
import dev.duodang.pricing.region.RegionCode;
import dev.duodang.pricing.region.RegionTree;
import dev.duodang.pricing.region.Resolution;
import dev.duodang.pricing.settlement.Edition;
import dev.duodang.pricing.settlement.OrderChanges;
import dev.duodang.pricing.settlement.RelationSettlement;
import dev.duodang.pricing.settlement.Shelf;
import dev.duodang.pricing.settlement.Surroundings;
import dev.duodang.pricing.wording.Language;
import dev.duodang.pricing.wording.OrderWording;
import dev.duodang.settlement.FactsText;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Settles past orders by a version and by the same with one tier more, each as if it had always
 * been valid, and compares. The function is the one that settles.
 */
@Component
class TierEffects {

  private static final JsonMapper JSON = new JsonMapper();

  private final PastOrders past;
  private final Books books;
  private final Regions regions;
  private final Clock clock;

  TierEffects(PastOrders past, Books books, Regions regions, Clock clock) {
    this.past = past;
    this.books = books;
    this.regions = regions;
    this.clock = clock;
  }

  /** What a tier would have done, and one order that shows it. */
  record Effect(TierDraftController.Impact impact, TierDraftController.@Nullable Example example) {}

  /** One order under both. */
  private record Compared(WorkOrder order, Resolution place, @Nullable Rated before, Rated after) {

    long difference() {
      return total(after) - (before == null ? 0 : total(before));
    }
  }

  Effect of(TenantId tenant, BookDrafts.Drafted.WithTier with, Language language) {
    Instant now = clock.instant();
    PastOrders.Past all = past.orders(tenant);
    Map<OrderNo, WorkOrder> byNumber = new HashMap<>();
    all.orders().forEach(order -> byNumber.put(order.orderNo(), order));
    OrderChanges before = regions.changes(shelf(tenant, with.base(), now));
    OrderChanges after = regions.changes(shelf(tenant, with.draft().book(), now));
    Relation relation = with.base().relation();
    RegionTree tree = regions.tree(tenant);
    EffectSums sums = new EffectSums();
    Compared example = null;
    Map<WindowKey, Window> countedBefore = new HashMap<>();
    Map<WindowKey, Window> countedAfter = new HashMap<>();
    for (WorkOrder order : all.orders()) {
      WorkOrder followed = order.related() == null ? null : byNumber.get(order.related().orderNo());
      Rated then = rated(after, order, around(followed, countedAfter, now), relation);
      Rated first = rated(before, order, around(followed, countedBefore, now), relation);
      count(then, countedAfter);
      count(first, countedBefore);
      if (then != null) {
        Compared one = new Compared(order, after.place(order), first, then);
        boolean wins = wins(then, with.tier().id());
        if (wins || one.difference() != 0) {
          sums.add(
              province(tree, one.place()),
              one.before() == null ? 0 : total(one.before()),
              total(then));
        }
        example = wins && isBetter(one, example) ? one : example;
      }
    }
    return new Effect(
        impact(tree, sums, all, with.base()),
        example == null ? null : example(tree, example, language));
  }

  private static Surroundings around(
      @Nullable WorkOrder followed, Map<WindowKey, Window> counted, Instant now) {
    return new Surroundings(
        followed, Tallies.NONE, key -> counted.getOrDefault(key, Window.EMPTY), now);
  }

  /** Each order counts for those after it, as it does when they are settled one by one. */
  private static void count(@Nullable Rated rated, Map<WindowKey, Window> counted) {
    if (rated != null) {
      for (Share share : rated.shares()) {
        counted.merge(share.key(), share.part(), Window::plus);
      }
    }
  }

  /** An order whose amount changes says more than one whose does not. */
  private static boolean isBetter(Compared one, @Nullable Compared known) {
    return known == null || (known.difference() == 0 && one.difference() != 0);
  }

  /** The tenant's shelf with this as the only version of its book, valid at any time. */
  private Shelf shelf(TenantId tenant, PriceBook book, Instant now) {
    List<Edition> editions = new ArrayList<>();
    for (Edition edition : Books.editions(books.shelf(tenant))) {
      if (!edition.id().book().equals(book.id())) {
        editions.add(edition);
      }
    }
    editions.add(
        new Edition(
            CompiledBook.of(Books.always(book), regions.shipped(), CelExpressions.INSTANCE),
            1,
            now));
    return Shelf.of(editions);
  }

  private static @Nullable Rated rated(
      OrderChanges changes, WorkOrder order, Surroundings around, Relation relation) {
    return changes.preview(order, around).relations().stream()
        .filter(one -> one.relation().equals(relation))
        .map(RelationSettlement::rated)
        .findFirst()
        .orElse(null);
  }

  private static boolean wins(Rated rated, TierId tier) {
    return rated.lines().stream().anyMatch(line -> tier.equals(line.tier()))
        || rated.holds().stream().anyMatch(hold -> asks(hold, tier));
  }

  private static boolean asks(Hold hold, TierId tier) {
    return switch (hold.detail()) {
      case Hold.Detail.Quote quote -> quote.tier().equals(tier);
      case Hold.Detail.Beyond beyond -> beyond.tier().equals(tier);
      case Hold.Detail.BeyondAccount beyond -> tier.equals(beyond.tier());
      case Hold.Detail.None _,
          Hold.Detail.Regions _,
          Hold.Detail.NoPrice _,
          Hold.Detail.Missing _,
          Hold.Detail.Above _,
          Hold.Detail.OtherCurrency _,
          Hold.Detail.NoTaxRate _,
          Hold.Detail.NotDecided _,
          Hold.Detail.Contradicts _,
          Hold.Detail.NoContract _,
          Hold.Detail.NotAllowed _,
          Hold.Detail.Waiting _ ->
          false;
    };
  }

  private static long total(Rated rated) {
    return rated.state() == Rated.State.ON_HOLD ? 0 : rated.total().minor();
  }

  private static String province(RegionTree tree, Resolution place) {
    Region region =
        switch (place) {
          case Resolution.Resolved resolved -> resolved.region();
          case Resolution.Ambiguous ambiguous -> ambiguous.ancestor();
          case Resolution.Unknown _ -> null;
        };
    return region == null ? "" : root(tree, region);
  }

  private static String root(RegionTree tree, Region region) {
    RegionCode parent = region.parent();
    return parent == null
        ? region.code().text()
        : tree.find(parent).map(up -> root(tree, up)).orElse(region.code().text());
  }

  private static TierDraftController.Impact impact(
      RegionTree tree, EffectSums sums, PastOrders.Past all, PriceBook book) {
    return sums.impact(
        all.days(),
        all.orders().size(),
        book.currency(),
        code -> code.isEmpty() ? "" : tree.path(RegionCode.of(code)));
  }

  private static TierDraftController.Example example(
      RegionTree tree, Compared one, Language language) {
    return new TierDraftController.Example(
        JSON.readTree(FactsText.write(one.order())),
        OrderWording.of(tree, language).sentence(one.order(), one.place()),
        one.after().state() == Rated.State.ON_HOLD ? null : one.after().total().toString());
  }
}
