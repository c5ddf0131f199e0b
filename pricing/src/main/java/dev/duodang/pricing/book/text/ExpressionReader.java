package dev.duodang.pricing.book.text;

import dev.duodang.pricing.book.Condition;
import dev.duodang.pricing.book.ExpressionText;
import dev.duodang.pricing.expression.CheckedExpression;
import dev.duodang.pricing.expression.ExpressionLanguage;
import dev.duodang.pricing.expression.ExpressionProblem;
import dev.duodang.pricing.expression.Vocabulary;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads expressions and has each checked by the language that the reader is made with. */
final class ExpressionReader {

  private static final String KEY = "expression";
  private static final String ALLOWED = "an expression in quotes, such as \"item.quantity > 3\"";

  private final ExpressionLanguage language;
  private final Vocabulary vocabulary;
  private final Problems problems;

  ExpressionReader(ExpressionLanguage language, Vocabulary vocabulary, Problems problems) {
    this.language = language;
    this.vocabulary = vocabulary;
    this.problems = problems;
  }

  /** The expression of conditions; null when there is none, or when it is refused. */
  @Nullable Condition under(Fields conditions) {
    Node node = conditions.take(KEY);
    if (node == null) {
      return null;
    }
    String path = conditions.at(KEY);
    ExpressionText text =
        Fields.scalar(node, path, problems, ALLOWED, raw -> ExpressionText.of(raw.strip()));
    if (text == null) {
      return null;
    }
    return switch (language.check(text, vocabulary)) {
      case CheckedExpression.Ready _ -> new Condition.Expression(text);
      case CheckedExpression.Refused refused -> {
        for (ExpressionProblem problem : refused.problems()) {
          problems.add(node, path, problem.sentence(), problem.allowed());
        }
        yield null;
      }
    };
  }
}
