package dev.duodang.book;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Something that the check of a book found.
 *
 * @param id the same for the same finding of the same book, so that it can be accepted by name
 * @param kind CONFLICT, GAP, UNREACHABLE or another
 * @param severity an ERROR keeps a book from being published
 * @param acceptable whether a person may accept the error by its id, as gaps are
 * @param tiers the tiers it concerns
 * @param example an order that shows it
 * @param exampleSentence the order in words
 */
public record Finding(
    String id,
    String kind,
    Severity severity,
    boolean acceptable,
    String message,
    List<String> tiers,
    @Nullable FindingExample example,
    @Nullable String exampleSentence) {

  /** How much it weighs. */
  public enum Severity {
    ERROR,
    WARNING
  }

  /** An order that need not exist. */
  public record FindingExample(JsonNode facts) {}

  public Finding {
    tiers = List.copyOf(tiers);
  }

  /** Errors do, unless they are acceptable and somebody has accepted them. */
  boolean keepsFromPublishing(List<String> accepted) {
    return severity == Severity.ERROR && !(acceptable && accepted.contains(id));
  }
}
