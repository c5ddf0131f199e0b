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
 * @param tiers the tiers it concerns
 * @param example an order that shows it
 * @param exampleSentence the order in words
 */
public record Finding(
    String id,
    String kind,
    Severity severity,
    String message,
    List<String> tiers,
    @Nullable FindingExample example,
    @Nullable String exampleSentence) {

  private static final String GAP = "GAP";

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

  boolean isError() {
    return severity == Severity.ERROR;
  }

  /** Errors do, and gaps that nobody has accepted. */
  boolean keepsFromPublishing(List<String> accepted) {
    return isError() || (kind.equals(GAP) && !accepted.contains(id));
  }
}
