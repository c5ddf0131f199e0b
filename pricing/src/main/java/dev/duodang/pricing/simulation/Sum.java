package dev.duodang.pricing.simulation;

import dev.duodang.pricing.money.Money;

/**
 * What the orders of one group come to by the books before and by those after.
 *
 * @param orders orders that have a part in the group by either
 * @param changed those whose amount in the group differs, or that wait by one and not by the other
 * @param newlyHeld orders that wait for a person by the books after only
 * @param noLongerHeld orders that wait by the books before only
 */
public record Sum(
    long orders, long changed, Money before, Money after, long newlyHeld, long noLongerHeld) {

  public Sum {
    if (orders < 0 || changed < 0 || changed > orders || newlyHeld + noLongerHeld > changed) {
      throw new IllegalArgumentException(
          "of "
              + orders
              + " orders "
              + changed
              + " cannot change, "
              + newlyHeld
              + " be held and "
              + noLongerHeld
              + " be held no longer");
    }
  }

  /** How much more is due by the books after. */
  public Money difference() {
    return after.minus(before);
  }

  /** The sum over the orders of both, which have none in common. */
  public Sum plus(Sum other) {
    return new Sum(
        Math.addExact(orders, other.orders),
        Math.addExact(changed, other.changed),
        before.plus(other.before),
        after.plus(other.after),
        Math.addExact(newlyHeld, other.newlyHeld),
        Math.addExact(noLongerHeld, other.noLongerHeld));
  }
}
