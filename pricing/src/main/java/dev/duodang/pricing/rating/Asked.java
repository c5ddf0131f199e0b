package dev.duodang.pricing.rating;

import dev.duodang.pricing.book.Condition;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a tier asks, as the book says it and ready to be tested.
 *
 * @param condition null for what every tier asks: not cancelled, and inside its own validity
 */
record Asked(@Nullable Condition condition, Test test) {

  /** An expression comes last, so that it is asked only of orders that meet all else. */
  static final Comparator<Asked> EXPRESSION_LAST = Comparator.comparing(Asked::isExpression);

  private boolean isExpression() {
    return test instanceof Test.OfExpression;
  }

  /**
   * Whether all hold for a subject. What fails decides, whatever is not known of the others; an
   * expression is not asked where anything before it fails.
   */
  static Truth all(List<Asked> asked, Subject subject) {
    Truth all = Truth.HOLDS;
    for (Asked one : asked) {
      Truth truth = one.test().of(subject);
      if (truth == Truth.FAILS) {
        return Truth.FAILS;
      }
      all = truth.compareTo(all) > 0 ? truth : all;
    }
    return all;
  }

  /** The expression that is neither true nor false of a subject; null when there is none. */
  static Test.@Nullable OfExpression undecided(List<Asked> asked, Subject subject) {
    for (Asked one : asked) {
      if (one.test() instanceof Test.OfExpression expression
          && expression.of(subject) == Truth.UNDECIDED) {
        return expression;
      }
    }
    return null;
  }
}
