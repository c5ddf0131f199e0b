package dev.duodang.pricing.rating;

import dev.duodang.pricing.book.Charge;
import dev.duodang.pricing.book.CountScope.Counting;
import dev.duodang.pricing.book.Effect;
import dev.duodang.pricing.book.Modifier;
import dev.duodang.pricing.book.PriceBook;
import dev.duodang.pricing.book.Tier;
import dev.duodang.pricing.money.Exact;

/** What all contributions of a tally come to, by the tier or limit that counts them. */
final class Counters {

  private Counters() {}

  /** The rounded price of a tally's contributions, in minor units. */
  static long price(PriceBook book, String counter, Tally tally) {
    for (Tier tier : book.tiers()) {
      if (tier.id().text().equals(counter) && tier.charge() instanceof Charge.Metered metered) {
        return round(book, exact(metered, tally));
      }
    }
    for (Modifier modifier : book.modifiers()) {
      if (modifier.id().text().equals(counter)) {
        return round(book, exact(modifier.effect(), tally.together(Counting.SUM)));
      }
    }
    throw new IllegalArgumentException("book " + book.id() + " counts nothing as " + counter);
  }

  static long round(PriceBook book, Exact amount) {
    return amount.toUnits(book.currency().scale(), book.rounding());
  }

  static Exact exact(Charge.Metered metered, Tally tally) {
    if (tally.contributions().isEmpty()) {
      return Exact.ZERO;
    }
    Exact together = tally.together(metered.scope().counting());
    return switch (metered.scope().counting()) {
      case SUM -> metered.tariff().amount(together);
      case HIGHEST -> together;
    };
  }

  /** What a limit adds to a sum of lines: up to a minimum, or down to a maximum. */
  static Exact exact(Effect effect, Exact sum) {
    return switch (effect) {
      case Effect.Minimum minimum -> minimum.amount().minus(sum).orZero();
      case Effect.Maximum maximum -> maximum.amount().minus(sum).min(Exact.ZERO);
      case Effect.Percent _, Effect.Amount _ -> Exact.ZERO;
    };
  }
}
