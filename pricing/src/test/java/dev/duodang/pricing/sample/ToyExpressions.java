package dev.duodang.pricing.sample;

import dev.duodang.pricing.book.ExpressionText;
import dev.duodang.pricing.expression.CheckedExpression;
import dev.duodang.pricing.expression.ExpressionLanguage;
import dev.duodang.pricing.expression.ExpressionOutcome;
import dev.duodang.pricing.expression.ExpressionProblem;
import dev.duodang.pricing.expression.OrderFacts;
import dev.duodang.pricing.expression.OrderPredicate;
import dev.duodang.pricing.expression.Vocabulary;
import dev.duodang.pricing.money.Exact;
import dev.duodang.pricing.order.Code;
import java.util.List;

/**
 * A language of two sentences for the tests of the core: {@code quantity > 3}, and {@code promotion
 * is X}, which is neither true nor false where no promotion is stated.
 */
public final class ToyExpressions implements ExpressionLanguage {

  public static final ExpressionLanguage TOY = new ToyExpressions();

  /** Takes every text and is true of no order. */
  public static final ExpressionLanguage ANYTHING =
      (_, _) -> new CheckedExpression.Ready(_ -> ExpressionOutcome.FAILS);

  private ToyExpressions() {}

  @Override
  public CheckedExpression check(ExpressionText text, Vocabulary vocabulary) {
    OrderPredicate predicate = predicate(text.text());
    return predicate == null
        ? new CheckedExpression.Refused(
            List.of(
                new ExpressionProblem(
                    1, 3, '"' + text.text() + "\" is no sentence", "quantity > 3, promotion is X")))
        : new CheckedExpression.Ready(predicate);
  }

  private static OrderPredicate predicate(String text) {
    if (text.matches("quantity > [0-9]+")) {
      Exact bound = Exact.parse(text.substring("quantity > ".length()));
      return facts -> ExpressionOutcome.of(isMore(facts, bound));
    }
    if (text.startsWith("promotion is ")) {
      Code code = Code.of(text.substring("promotion is ".length()));
      return facts -> promotion(facts, code);
    }
    return null;
  }

  /** Whether an item, or an order without items, is of more than so many. */
  public static boolean isMore(OrderFacts facts, Exact bound) {
    Exact quantity = facts.item() == null ? Exact.ONE : facts.item().quantity();
    return quantity.compareTo(bound) > 0;
  }

  private static ExpressionOutcome promotion(OrderFacts facts, Code code) {
    Code stated = facts.order().promotion();
    return stated == null
        ? new ExpressionOutcome.Undecided(ExpressionOutcome.Why.ABSENT, "promotion")
        : ExpressionOutcome.of(stated.equals(code));
  }
}
