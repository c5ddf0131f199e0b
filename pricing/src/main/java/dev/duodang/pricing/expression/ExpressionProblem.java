package dev.duodang.pricing.expression;

/**
 * A mistake in the text of an expression.
 *
 * @param line of the expression, from 1
 * @param column in that line, in characters from 1
 * @param message what is wrong, with the text in quotes
 * @param allowed what may stand there instead; empty where the message says all
 */
public record ExpressionProblem(int line, int column, String message, String allowed) {

  public static ExpressionProblem of(int line, int column, String message) {
    return new ExpressionProblem(line, column, message, "");
  }

  /** Where in the expression, and what: {@code at 1:12 of the expression, "qty" is no fact}. */
  public String sentence() {
    return "at " + line + ":" + column + " of the expression, " + message;
  }
}
