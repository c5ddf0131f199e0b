package dev.duodang.pricing.rating;

import dev.duodang.pricing.book.Charge;
import dev.duodang.pricing.book.Effect;
import dev.duodang.pricing.book.Modifier;
import dev.duodang.pricing.book.PriceBook;
import dev.duodang.pricing.book.Tier;
import dev.duodang.pricing.money.Exact;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** A tier or limit that counts over a period, with what a window is worth by it. */
record PeriodCounter(Rater.Counted counted, ToLongFunction<Window> worth) {

  /**
   * What counted a share in some version of a book.
   *
   * @throws IllegalArgumentException when this version counts nothing of that name over a period
   */
  static PeriodCounter of(PriceBook book, Share share) {
    PeriodCounter found = find(book, share);
    if (found == null) {
      throw new IllegalArgumentException(
          "book " + book.id() + " counts nothing over a period as " + share.counted());
    }
    return found;
  }

  static @Nullable PeriodCounter find(PriceBook book, Share share) {
    for (Tier tier : book.tiers()) {
      if (tier.id().text().equals(share.counted())
          && tier.charge() instanceof Charge.Metered metered
          && metered.scope().counter() != null) {
        return new PeriodCounter(
            new Rater.Counted(tier.category(), tier.id(), null, tier.name()),
            window -> Counters.round(book, worth(metered, window)));
      }
    }
    for (Modifier modifier : book.modifiers()) {
      if (modifier.id().text().equals(share.counted()) && modifier.effect().counter() != null) {
        return new PeriodCounter(
            new Rater.Counted(modifier.on().getFirst(), null, modifier.id(), modifier.name()),
            window -> Counters.round(book, worth(modifier.effect(), window)));
      }
    }
    return null;
  }

  /** What a window is worth by a charge; nothing while nothing was counted. */
  static Exact worth(Charge.Metered charge, Window window) {
    return window.count() == 0 ? Exact.ZERO : charge.tariff().amount(window.quantity());
  }

  /** What a limit adds to the sum of a window; nothing while nothing was counted. */
  static Exact worth(Effect limit, Window window) {
    return window.count() == 0 ? Exact.ZERO : Counters.exact(limit, window.quantity());
  }
}
