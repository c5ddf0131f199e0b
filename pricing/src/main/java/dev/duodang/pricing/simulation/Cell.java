package dev.duodang.pricing.simulation;

import dev.duodang.pricing.money.Currency;
import dev.duodang.pricing.money.Money;

/** A {@link Sum} that grows, in minor units. */
final class Cell {

  private long orders;
  private long changed;
  private long before;
  private long after;
  private long newlyHeld;
  private long noLongerHeld;

  void add(long minorBefore, long minorAfter, Held held) {
    orders++;
    changed += minorBefore != minorAfter || held.changes() ? 1 : 0;
    before = Math.addExact(before, minorBefore);
    after = Math.addExact(after, minorAfter);
    newlyHeld += held.after() && !held.before() ? 1 : 0;
    noLongerHeld += held.before() && !held.after() ? 1 : 0;
  }

  void add(Cell other) {
    orders += other.orders;
    changed += other.changed;
    before = Math.addExact(before, other.before);
    after = Math.addExact(after, other.after);
    newlyHeld += other.newlyHeld;
    noLongerHeld += other.noLongerHeld;
  }

  Sum sum(Currency currency) {
    return new Sum(
        orders,
        changed,
        new Money(before, currency),
        new Money(after, currency),
        newlyHeld,
        noLongerHeld);
  }
}
