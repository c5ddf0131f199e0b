package dev.duodang.pricing.book;

import org.jspecify.annotations.Nullable;

/**
 * What a count or limit reaches over. Each item or order stands alone, or later ones get the
 * difference as their line: over the items of an order, the orders of a visit, or all orders of a
 * counterparty in a period.
 *
 * @param counting how the quantities in reach come together
 * @param counter what counts over a period; null for a shorter reach
 */
public record CountScope(Reach reach, Counting counting, @Nullable CounterId counter) {

  public static final CountScope ALONE = of(Reach.ITEM, Counting.SUM);

  /** Over what quantities are counted. */
  public enum Reach {
    ITEM,
    ORDER,
    VISIT,
    PERIOD
  }

  /** Whether the sum of the quantities is priced, or only the highest amount is due, once. */
  public enum Counting {
    SUM,
    HIGHEST
  }

  public CountScope {
    checkCounter(reach, counter);
    if (reach == Reach.PERIOD && counting == Counting.HIGHEST) {
      throw new IllegalArgumentException(
          "over a period quantities add up; the highest is not kept");
    }
  }

  /** A reach that needs no counter. */
  public static CountScope of(Reach reach, Counting counting) {
    return new CountScope(reach, counting, null);
  }

  /** Over a period, and only then, a counter is named. */
  static void checkCounter(Reach reach, @Nullable CounterId counter) {
    if ((reach == Reach.PERIOD) != (counter != null)) {
      throw new IllegalArgumentException(
          counter == null
              ? "a scope of a period needs the counter that it counts in"
              : "counter " + counter + " counts over a period; the scope must be period");
    }
  }
}
