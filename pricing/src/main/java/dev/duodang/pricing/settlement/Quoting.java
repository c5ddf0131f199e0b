package dev.duodang.pricing.settlement;

import dev.duodang.pricing.book.CategoryId;
import dev.duodang.pricing.book.Charge;
import dev.duodang.pricing.book.PriceBook;
import dev.duodang.pricing.book.QuoteRange;
import dev.duodang.pricing.book.Relation;
import dev.duodang.pricing.book.Tier;
import dev.duodang.pricing.book.TierId;
import dev.duodang.pricing.money.Exact;
import dev.duodang.pricing.rating.Decisions;
import dev.duodang.pricing.rating.Hold;
import dev.duodang.pricing.rating.Line;
import org.jspecify.annotations.Nullable;

/** Whether an amount may be entered for an order as it stands. */
public sealed interface Quoting {

  /** It may; this is the decision to take. */
  record Allowed(Decisions.Quote quote) implements Quoting {}

  /** It may not, for this reason. */
  record Refused(String reason) implements Quoting {}

  /**
   * Judges an amount against what a settlement asks for: a tier that waits for a quote, or one that
   * admits an agreed amount.
   *
   * @param item the item's place from 0, or -1 in a category that is per order
   * @param amount in major units
   */
  static Quoting of(
      Settlement settlement,
      Shelf shelf,
      Relation relation,
      CategoryId category,
      int item,
      Exact amount) {
    for (RelationSettlement one : settlement.relations()) {
      if (one.relation().equals(relation)) {
        @Nullable Asked asked = asked(one, shelf, category, item);
        if (asked != null) {
          return judge(asked, relation, category, item, amount);
        }
      }
    }
    return new Refused(
        "nothing in " + Choosing.place(relation, category, item) + " asks for an amount");
  }

  /** A tier that takes an amount, and which. */
  record Asked(TierId tier, QuoteRange range) {}

  private static Quoting judge(
      Asked asked, Relation relation, CategoryId category, int item, Exact amount) {
    return asked.range().contains(amount)
        ? new Allowed(new Decisions.Quote(relation, category, item, asked.tier(), amount))
        : new Refused("amount " + amount + " is outside of " + asked.range());
  }

  private static @Nullable Asked asked(
      RelationSettlement settlement, Shelf shelf, CategoryId category, int item) {
    for (Hold hold : settlement.rated().holds()) {
      if (category.equals(hold.category())
          && hold.item() == item
          && hold.detail() instanceof Hold.Detail.Quote quote) {
        return new Asked(quote.tier(), quote.range());
      }
    }
    for (Line line : settlement.rated().lines()) {
      TierId tier = line.tier();
      if (line.category().equals(category) && line.item() == item && tier != null) {
        @Nullable QuoteRange range = range(settlement, shelf, tier);
        if (range != null) {
          return new Asked(tier, range);
        }
      }
    }
    return null;
  }

  private static @Nullable QuoteRange range(RelationSettlement settlement, Shelf shelf, TierId id) {
    Edition edition = settlement.book() == null ? null : shelf.edition(settlement.book());
    PriceBook book = edition == null ? null : edition.compiled().book();
    Tier tier = book == null ? null : book.tier(id);
    return switch (tier == null ? null : tier.charge()) {
      case Charge.Quoted quoted -> quoted.range();
      case Charge.Metered metered -> metered.agreed();
      case Charge.Summed _, Charge.Listed _ -> null;
      case null -> null;
    };
  }
}
