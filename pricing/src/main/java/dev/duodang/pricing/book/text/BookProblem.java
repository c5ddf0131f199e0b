package dev.duodang.pricing.book.text;

/**
 * A mistake in the text of a book.
 *
 * @param line from 1
 * @param column from 1
 * @param path where in the book, such as {@code tiers[3].charge.distance.perKm}
 * @param message what is wrong, with the text in quotes
 * @param allowed what may stand there instead; empty where the message says all
 */
public record BookProblem(int line, int column, String path, String message, String allowed) {

  /** {@code line 12, column 5, tiers[3].priority: "x" is not a whole number; allowed: …}. */
  @Override
  public String toString() {
    String place = "line " + line + ", column " + column + (path.isEmpty() ? "" : ", " + path);
    return place + ": " + message + (allowed.isEmpty() ? "" : "; allowed: " + allowed);
  }
}
