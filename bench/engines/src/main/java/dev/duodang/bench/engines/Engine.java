package dev.duodang.bench.engines;

/** An engine that has taken in its rules. */
@FunctionalInterface
interface Engine {

  /** The number of the best rule that admits the order. */
  int winner(Order order);
}
