package dev.duodang.pricing.expression;

/** An expression ready to be asked, by any number of threads. */
@FunctionalInterface
public interface OrderPredicate {

  /**
   * What the expression says of an order. Never throws, and ends within a fixed number of steps.
   */
  ExpressionOutcome of(OrderFacts facts);
}
