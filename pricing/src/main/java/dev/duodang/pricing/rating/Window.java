package dev.duodang.pricing.rating;

import dev.duodang.pricing.money.Exact;

/**
 * What all orders of a window come to, or by how much one changes it: always this small, however
 * many orders there are.
 *
 * @param count how many parts it consists of: for a rebate the number of orders
 * @param quantity what was measured in all
 * @param minor minor units: what a counter gave in all, or the amount that a rebate is of
 */
public record Window(long count, Exact quantity, long minor) {

  public static final Window EMPTY = new Window(0, Exact.ZERO, 0);

  public Window plus(Window other) {
    return new Window(
        Math.addExact(count, other.count),
        quantity.plus(other.quantity),
        Math.addExact(minor, other.minor));
  }

  /** The change that undoes this one. */
  public Window negate() {
    return new Window(-count, quantity.negate(), Math.negateExact(minor));
  }

  /** Whether it changes nothing. */
  public boolean isNothing() {
    return count == 0 && quantity.signum() == 0 && minor == 0;
  }
}
