package dev.duodang.pricing.expression;

/** What an expression says of one order. */
public sealed interface ExpressionOutcome {

  ExpressionOutcome HOLDS = new Said(true);
  ExpressionOutcome FAILS = new Said(false);

  static ExpressionOutcome of(boolean holds) {
    return holds ? HOLDS : FAILS;
  }

  /** The expression is true or false of the order. */
  record Said(boolean holds) implements ExpressionOutcome {}

  /**
   * The expression is neither true nor false of the order.
   *
   * @param fact the fact that the order does not state, as the expression names it; empty for other
   *     reasons
   */
  record Undecided(Why why, String fact) implements ExpressionOutcome {

    public Undecided {
      if ((why == Why.ABSENT) == fact.isEmpty()) {
        throw new IllegalArgumentException("a fact is named where it is absent, and only there");
      }
    }

    public static Undecided of(Why why) {
      return new Undecided(why, "");
    }
  }

  /** Why an expression is neither true nor false. */
  enum Why {
    /** It asks for a fact that the order does not state, without {@code has()} before it. */
    ABSENT,
    /** A number is divided by zero. */
    DIVISION_BY_ZERO,
    /** A number or time is beyond all bounds. */
    OUT_OF_BOUNDS,
    /** It takes more steps than an expression may. */
    TOO_MUCH_WORK,
    /** Its text does not pass the check of its language. */
    NOT_CHECKED
  }
}
