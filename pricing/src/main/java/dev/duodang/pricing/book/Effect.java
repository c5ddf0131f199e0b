package dev.duodang.pricing.book;

import dev.duodang.pricing.money.Exact;
import org.jspecify.annotations.Nullable;

/** What a modifier does to lines already computed; every effect makes lines of its own. */
public sealed interface Effect {

  /**
   * A percentage of each line, signed: 20 is a surcharge, -10 a discount.
   *
   * @param base of the charge itself, or of the charge with the modifiers before this one
   */
  record Percent(Exact percent, Base base) implements Effect {

    /** What the percentage is of. */
    public enum Base {
      CHARGE,
      RUNNING
    }
  }

  /** An amount in major units, signed, once for the order or for each item. */
  record Amount(Exact amount, FeeCategory.Per per) implements Effect {}

  /**
   * Raises the sum of the lines to an amount, over an order, a visit or a period.
   *
   * @param counter what keeps the sum over a period; null for a shorter reach
   */
  record Minimum(Exact amount, CountScope.Reach reach, @Nullable CounterId counter)
      implements Effect {

    public Minimum {
      checkReach(reach, counter);
    }
  }

  /**
   * Lowers the sum of the lines to an amount, over an order, a visit or a period.
   *
   * @param counter what keeps the sum over a period; null for a shorter reach
   */
  record Maximum(Exact amount, CountScope.Reach reach, @Nullable CounterId counter)
      implements Effect {

    public Maximum {
      checkReach(reach, counter);
    }
  }

  /** The counter that a limit over a period keeps its sum in; else null. */
  default @Nullable CounterId counter() {
    return null;
  }

  private static void checkReach(CountScope.Reach reach, @Nullable CounterId counter) {
    if (reach == CountScope.Reach.ITEM) {
      throw new IllegalArgumentException(
          "a limit reaches over an order, a visit or a period, not an item");
    }
    CountScope.checkCounter(reach, counter);
  }
}
