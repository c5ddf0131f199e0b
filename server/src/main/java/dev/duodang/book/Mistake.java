package dev.duodang.book;

import dev.duodang.pricing.book.text.BookProblem;

/**
 * A mistake in the text of a book or tier.
 *
 * @param code where in the book, such as {@code tiers[3].charge.flat}
 * @param line from 1
 * @param column from 1
 * @param message what is wrong, with the text in quotes
 * @param allowed what may stand there instead
 */
public record Mistake(String code, int line, int column, String message, String allowed) {

  /** The mistake as its reader names it. */
  public static Mistake of(BookProblem problem) {
    return new Mistake(
        problem.path(),
        problem.line(),
        problem.column(),
        problem.path().isEmpty() ? problem.message() : problem.path() + ": " + problem.message(),
        problem.allowed());
  }
}
