package dev.duodang.pricing.expression;

import java.util.List;

/** What came of checking the text of an expression. */
public sealed interface CheckedExpression {

  /** The text asks for facts that there are, in ways that fit them. */
  record Ready(OrderPredicate predicate) implements CheckedExpression {}

  /** Every mistake found, at least one, in the order of the text. */
  record Refused(List<ExpressionProblem> problems) implements CheckedExpression {

    public Refused {
      problems = List.copyOf(problems);
      if (problems.isEmpty()) {
        throw new IllegalArgumentException("an expression is refused for at least one reason");
      }
    }
  }
}
