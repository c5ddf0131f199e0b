package dev.duodang.pricing.rating;

import dev.duodang.pricing.book.Charge;
import dev.duodang.pricing.book.CountScope.Counting;
import dev.duodang.pricing.book.CountScope.Reach;
import dev.duodang.pricing.book.Effect;
import dev.duodang.pricing.book.Modifier;
import dev.duodang.pricing.book.PriceBook;
import dev.duodang.pricing.book.Tier;
import dev.duodang.pricing.money.Exact;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What all contributions of a tally come to, by the tier or limit that counts them. */
final class Counters {

  private Counters() {}

  /** A tier or modifier that counts, and the exact price of what was counted. */
  record Counter(Rater.Counted counted, Function<Tally, Exact> pricing) {

    Exact price(Tally tally) {
      return pricing.apply(tally);
    }
  }

  /** What counts under an id. */
  static Counter of(PriceBook book, String id) {
    Counter found = find(book, id);
    if (found == null) {
      throw new IllegalArgumentException("book " + book.id() + " counts nothing as " + id);
    }
    return found;
  }

  static @Nullable Counter find(PriceBook book, String id) {
    for (Tier tier : book.tiers()) {
      if (tier.id().text().equals(id)
          && tier.charge() instanceof Charge.Metered metered
          && metered.scope().reach() == Reach.VISIT) {
        return new Counter(
            new Rater.Counted(tier.category(), tier.id(), null, tier.name()),
            tally -> exact(metered, tally));
      }
    }
    for (Modifier modifier : book.modifiers()) {
      if (modifier.id().text().equals(id)
          && modifier.effect().counter() == null
          && isLimit(modifier.effect())) {
        return new Counter(
            new Rater.Counted(modifier.on().getFirst(), null, modifier.id(), modifier.name()),
            tally -> exact(modifier.effect(), tally));
      }
    }
    return null;
  }

  private static boolean isLimit(Effect effect) {
    return switch (effect) {
      case Effect.Minimum _, Effect.Maximum _ -> true;
      case Effect.Percent _, Effect.Amount _ -> false;
    };
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

  /** Whether there is a price for what all contributions are together. */
  static boolean covers(Charge.Metered metered, Tally tally) {
    return metered.scope().counting() == Counting.HIGHEST
        || metered.tariff().covers(tally.together(Counting.SUM));
  }

  /** What a limit adds to what it counts; nothing where nothing is left to be limited. */
  private static Exact exact(Effect effect, Tally tally) {
    return tally.contributions().isEmpty()
        ? Exact.ZERO
        : exact(effect, tally.together(Counting.SUM));
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
