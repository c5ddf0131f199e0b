package dev.duodang.pricing.rating;

/** Whether a condition holds for an order as far as its facts go. */
public enum Truth {
  HOLDS,
  FAILS,
  /** The known region leaves it open. */
  OPEN,
  /** An expression in it is neither true nor false. */
  UNDECIDED
}
