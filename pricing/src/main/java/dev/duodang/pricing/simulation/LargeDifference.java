package dev.duodang.pricing.simulation;

import dev.duodang.pricing.money.Money;
import dev.duodang.pricing.order.OrderNo;
import java.util.Comparator;

/**
 * An order that changes, as one of those that change most in a relation.
 *
 * @param heldBefore whether it waits by the books before
 * @param heldAfter whether it waits by the books after
 */
public record LargeDifference(
    OrderNo order, Money before, Money after, boolean heldBefore, boolean heldAfter) {

  /** The largest first, whether up or down; equal ones by the orders' numbers. */
  public static final Comparator<LargeDifference> LARGEST_FIRST =
      Comparator.<LargeDifference>comparingLong(one -> Math.absExact(one.difference().minor()))
          .reversed()
          .thenComparing(one -> one.order.text());

  public Money difference() {
    return after.minus(before);
  }
}
