package dev.duodang.expressions;

import dev.duodang.pricing.book.ExpressionText;
import dev.duodang.pricing.expression.CheckedExpression;
import dev.duodang.pricing.expression.ExpressionLanguage;
import dev.duodang.pricing.expression.Vocabulary;

/**
 * The Common Expression Language over the facts of work orders: {@code item.quantity >= 3 &&
 * order.handlers.size() > 1}. Making one costs nothing; the compiler is loaded with the first text.
 */
public final class CelExpressions implements ExpressionLanguage {

  public static final CelExpressions INSTANCE = new CelExpressions();

  private CelExpressions() {}

  @Override
  public CheckedExpression check(ExpressionText text, Vocabulary vocabulary) {
    return Checking.of(text, vocabulary);
  }
}
