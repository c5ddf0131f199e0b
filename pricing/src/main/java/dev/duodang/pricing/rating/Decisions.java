package dev.duodang.pricing.rating;

import dev.duodang.pricing.book.CategoryId;
import dev.duodang.pricing.book.Relation;
import dev.duodang.pricing.book.TierId;
import dev.duodang.pricing.money.Exact;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What people decided for an order.
 *
 * @param quotes amounts entered; of several for the same tier and item the last counts
 * @param released relations whose settlement above the book's limit somebody let pass
 */
public record Decisions(List<Quote> quotes, List<Relation> released) {

  public static final Decisions NONE = new Decisions(List.of(), List.of());

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

  public Decisions {
    quotes = List.copyOf(quotes);
    released = List.copyOf(released);
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
