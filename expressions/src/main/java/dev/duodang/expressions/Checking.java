package dev.duodang.expressions;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.duodang.pricing.book.ExpressionText;
import dev.duodang.pricing.expression.CheckedExpression;
import dev.duodang.pricing.expression.ExpressionProblem;
import dev.duodang.pricing.expression.Vocabulary;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parses, checks and plans one text. */
final class Checking {

  /** The last book's words, since all expressions of a book are checked one after the other. */
  private static volatile Dictionary last =
      Dictionary.of(new Vocabulary(java.time.ZoneOffset.UTC, List.of(), List.of()));

  private Checking() {}

  static CheckedExpression of(ExpressionText text, Vocabulary vocabulary) {
    try {
      return checked(text.text(), dictionary(vocabulary));
    } catch (RuntimeException unreadable) {
      String message = "\"" + text + "\" cannot be read: " + unreadable.getMessage();
      return new CheckedExpression.Refused(List.of(ExpressionProblem.of(1, 1, message)));
    }
  }

  private static Dictionary dictionary(Vocabulary vocabulary) {
    Dictionary known = last;
    if (!known.vocabulary().equals(vocabulary)) {
      known = Dictionary.of(vocabulary);
      last = known;
    }
    return known;
  }

  private static CheckedExpression checked(String text, Dictionary dictionary) {
    CelValidationResult parsed = Grammar.parser().parse(text);
    Mistakes mistakes = new Mistakes(parsed.getSource());
    for (CelIssue issue : parsed.getErrors()) {
      mistakes.add(issue.getSourceLocation(), Complaint.ofGrammar(issue), "");
    }
    CheckedExpression ready =
        parsed.hasError() ? null : checked(tree(parsed), text, dictionary, mistakes);
    return ready != null && mistakes.isEmpty()
        ? ready
        : new CheckedExpression.Refused(mistakes.inOrder());
  }

  private static @Nullable CheckedExpression checked(
      CelAbstractSyntaxTree parsed, String text, Dictionary dictionary, Mistakes mistakes) {
    CelAbstractSyntaxTree rewritten = Rewriting.of(parsed, text, mistakes);
    if (!mistakes.isEmpty()) {
      return null;
    }
    CelValidationResult checked = dictionary.toCheck().check(rewritten);
    Complaint complaint = new Complaint(dictionary.facts(), rewritten.getExpr(), mistakes);
    checked.getErrors().forEach(complaint::add);
    return checked.hasError() ? null : Planning.of(tree(checked), dictionary, mistakes);
  }

  private static CelAbstractSyntaxTree tree(CelValidationResult sound) {
    try {
      return sound.getAst();
    } catch (CelValidationException notSound) {
      throw new IllegalArgumentException(notSound.getMessage(), notSound);
    }
  }
}
