package dev.duodang.pricing.rating;

import dev.duodang.pricing.book.CategoryId;
import dev.duodang.pricing.book.PriceBook;
import dev.duodang.pricing.book.Tier;
import dev.duodang.pricing.book.TierId;
import dev.duodang.pricing.order.OrderStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tiers that a person chooses for an order which does not meet what they ask. */
public final class Forcing {

  private Forcing() {}

  /** The tiers that may be chosen for an order priced at a time, in the order of the book. */
  public static List<Tier> allowed(PriceBook book, CategoryId category, Instant pricingTime) {
    LocalDate day = LocalDateTime.ofInstant(pricingTime, book.zone()).toLocalDate();
    return book.tiers().stream()
        .filter(tier -> tier.mayBeForced() && tier.category().equals(category))
        .filter(tier -> new Test.Valid(tier.validFrom(), tier.validUntil()).holdsOn(day))
        .toList();
  }

  /**
   * The tier that somebody chose; null where nobody has. For a cancelled order only one that admits
   * cancelled orders counts.
   */
  static Decisions.@Nullable Forced of(PriceBook book, Facts facts, CategoryId category, int item) {
    Decisions.Forced forced = facts.decisions().forcedFor(book.relation(), category, item);
    if (forced == null || facts.order().status() != OrderStatus.CANCELLED) {
      return forced;
    }
    Tier tier = book.tier(forced.tier());
    return tier != null && tier.when().namesStatus() ? forced : null;
  }

  /** The tier that a choice means, or null where the book does not allow it at that time. */
  static @Nullable Tier tier(PriceBook book, Decisions.Forced forced, Instant pricingTime) {
    return allowed(book, forced.category(), pricingTime).stream()
        .filter(tier -> tier.id().equals(forced.tier()))
        .findFirst()
        .orElse(null);
  }

  /** Why a choice does not count. */
  static Hold refused(PriceBook book, Decisions.Forced forced, Instant pricingTime) {
    List<TierId> allowed =
        allowed(book, forced.category(), pricingTime).stream().map(Tier::id).toList();
    return new Hold(
        Hold.Reason.TIER_NOT_ALLOWED,
        forced.category(),
        forced.item(),
        new Hold.Detail.NotAllowed(forced.tier(), allowed));
  }
}
