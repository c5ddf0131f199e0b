package dev.duodang.book;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that the check of a book found.
 *
 * @param id the same for the same finding of the same book, so that it can be accepted by name
 * @param kind CONFLICT, GAP, UNREACHABLE or another
 * @param severity an ERROR keeps a book from being published, a WARNING must be accepted
 * @param tiers the tiers it concerns
 * @param exampleSentence an order that shows it, in words
 */
public record Finding(
    String id,
    String kind,
    Severity severity,
    String message,
    List<String> tiers,
    @Nullable String exampleSentence) {

  /** How much it weighs. */
  public enum Severity {
    ERROR,
    WARNING
  }

  public Finding {
    tiers = List.copyOf(tiers);
  }

  boolean isError() {
    return severity == Severity.ERROR;
  }
}
