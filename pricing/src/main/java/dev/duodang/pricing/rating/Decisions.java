package dev.duodang.pricing.rating;

import dev.duodang.pricing.book.CategoryId;
import dev.duodang.pricing.book.Relation;
import dev.duodang.pricing.book.TierId;
import dev.duodang.pricing.money.Exact;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What people decided for an order.
 *
 * @param quotes amounts entered; of several for the same tier and item the last counts
 * @param released relations whose settlement above the book's limit somebody let pass
 * @param forced tiers chosen; of several for the same item the last counts
 */
public record Decisions(List<Quote> quotes, List<Relation> released, List<Forced> forced) {

  public static final Decisions NONE = new Decisions(List.of(), List.of(), List.of());

  /**
   * An amount entered for a tier that asks for one. It stands as long as that tier wins.
   *
   * @param item the item's place from 0, or -1 in a category that is per order
   * @param amount in major units
   */
  public record Quote(Relation relation, CategoryId category, int item, TierId tier, Exact amount) {

    boolean isFor(Relation wanted, CategoryId wantedCategory, int wantedItem, TierId wantedTier) {
      return relation.equals(wanted)
          && category.equals(wantedCategory)
          && item == wantedItem
          && tier.equals(wantedTier);
    }
  }

  /**
   * A tier that somebody chose for an item or order, whatever the tier asks.
   *
   * @param item the item's place from 0, or -1 in a category that is per order
   * @param reason why, never blank
   * @param by who chose
   */
  public record Forced(
      Relation relation, CategoryId category, int item, TierId tier, String reason, String by) {

    public Forced {
      if (reason.isBlank()) {
        throw new IllegalArgumentException("a tier is forced for no reason");
      }
    }

    private boolean isFor(Relation wanted, CategoryId wantedCategory, int wantedItem) {
      return relation.equals(wanted) && category.equals(wantedCategory) && item == wantedItem;
    }
  }

  public Decisions {
    quotes = List.copyOf(quotes);
    released = List.copyOf(released);
    forced = List.copyOf(forced);
  }

  /** These, and an amount. */
  public Decisions with(Quote quote) {
    return new Decisions(plus(quotes, quote), released, forced);
  }

  /** These, and a relation that may pass its limit. */
  public Decisions releasing(Relation relation) {
    return released.contains(relation)
        ? this
        : new Decisions(quotes, plus(released, relation), forced);
  }

  /** These, and a tier in place of the one chosen for the same item before. */
  public Decisions with(Forced tier) {
    return new Decisions(
        quotes, released, plus(unforced(tier.relation, tier.category, tier.item).forced, tier));
  }

  /** These without the tiers chosen for an item, or for the order where it is -1. */
  public Decisions unforced(Relation relation, CategoryId category, int item) {
    return new Decisions(
        quotes,
        released,
        forced.stream().filter(one -> !one.isFor(relation, category, item)).toList());
  }

  private static <T> List<T> plus(List<T> all, T one) {
    List<T> more = new ArrayList<>(all);
    more.add(one);
    return more;
  }

  /** The tier chosen, or null when nobody has. Of several, the last counts. */
  public @Nullable Forced forcedFor(Relation relation, CategoryId category, int item) {
    @Nullable Forced chosen = null;
    for (Forced one : forced) {
      chosen = one.isFor(relation, category, item) ? one : chosen;
    }
    return chosen;
  }

  /** The amount entered, or null when nobody has. Of several, the last counts. */
  @Nullable Exact quoteFor(Relation relation, CategoryId category, int item, TierId tier) {
    @Nullable Exact amount = null;
    for (Quote quote : quotes) {
      if (quote.isFor(relation, category, item, tier)) {
        amount = quote.amount;
      }
    }
    return amount;
  }
}
