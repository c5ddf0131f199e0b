package dev.duodang.pricing.book;

/**
 * What a count or limit reaches over. Each item or order stands alone, or later ones get the
 * difference as their line: over the items of an order, or over the orders of a visit.
 *
 * @param counting how the quantities in reach come together
 */
public record CountScope(Reach reach, Counting counting) {

  public static final CountScope ALONE = new CountScope(Reach.ITEM, Counting.SUM);

  /** Over what quantities are counted. */
  public enum Reach {
    ITEM,
    ORDER,
    VISIT
  }

  /** Whether the sum of the quantities is priced, or only the highest amount is due, once. */
  public enum Counting {
    SUM,
    HIGHEST
  }
}
