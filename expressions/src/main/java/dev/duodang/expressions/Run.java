package dev.duodang.expressions;

import dev.duodang.pricing.expression.ExpressionOutcome;
import dev.duodang.pricing.expression.OrderFacts;
import org.jspecify.annotations.Nullable;

/** One evaluation: the facts, the variables of its loops, and the steps that it may still take. */
final class Run {

  /** Enough for every part of the largest order a hundred times; some milliseconds. */
  static final int STEPS_MAX = 100_000;

  static final ExpressionOutcome.Undecided TOO_MUCH =
      ExpressionOutcome.Undecided.of(ExpressionOutcome.Why.TOO_MUCH_WORK);

  private final OrderFacts facts;
  private final @Nullable Object[] variables;
  private Facts.@Nullable OfItem item;
  private int steps = STEPS_MAX;

  Run(OrderFacts facts, int variables) {
    this.facts = facts;
    this.variables = new @Nullable Object[variables];
  }

  OrderFacts facts() {
    return facts;
  }

  Facts.OfItem item() {
    if (item == null) {
      item = new Facts.OfItem(facts.order(), facts.item());
    }
    return item;
  }

  /** The value of a loop's variable, which is set before its body is run. */
  Object variable(int place) {
    Object value = variables[place];
    if (value == null) {
      throw new IllegalStateException("variable " + place + " is read outside of its loop");
    }
    return value;
  }

  void set(int place, Object value) {
    variables[place] = value;
  }

  /** Takes some steps; false once there are none left. */
  boolean take(int taken) {
    steps = Math.max(-1, steps - taken);
    return steps >= 0;
  }

  boolean isExhausted() {
    return steps < 0;
  }
}
