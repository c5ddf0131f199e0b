package dev.duodang.pricing.book;

/**
 * A condition in the words of the Common Expression Language, such as {@code item.quantity >= 3 &&
 * order.handlers.size() > 1}; at most 1,000 characters. What it may name is told by the language
 * that checks it.
 */
public record ExpressionText(String text) {

  private static final int LENGTH_MAX = 1000;

  public ExpressionText {
    if (text.isBlank()) {
      throw new IllegalArgumentException("an expression is empty; leave it out to admit all");
    }
    if (text.length() > LENGTH_MAX) {
      throw new IllegalArgumentException(
          "an expression has "
              + text.length()
              + " characters; at most "
              + LENGTH_MAX
              + " are allowed");
    }
  }

  public static ExpressionText of(String text) {
    return new ExpressionText(text);
  }

  @Override
  public String toString() {
    return text;
  }
}
