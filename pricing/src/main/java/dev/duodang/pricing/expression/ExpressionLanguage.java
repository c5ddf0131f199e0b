package dev.duodang.pricing.expression;

import dev.duodang.pricing.book.ExpressionText;
import java.util.List;

/** Turns the text of an expression into a predicate, or says why it is none. Never throws. */
public interface ExpressionLanguage {

  /** No language: every expression is refused, with what is needed for it. */
  ExpressionLanguage NONE =
      (_, _) ->
          new CheckedExpression.Refused(
              List.of(
                  ExpressionProblem.of(1, 1, "expressions need the module duodang-expressions")));

  /**
   * Checks a text; it depends on the arguments alone.
   *
   * @param vocabulary the facts of one book
   */
  CheckedExpression check(ExpressionText text, Vocabulary vocabulary);
}
