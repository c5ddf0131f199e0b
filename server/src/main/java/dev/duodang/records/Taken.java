package dev.duodang.records;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a row that was read comes to.
 *
 * @param id the record's number
 * @param outcome what becomes of the record
 * @param differences in what it differs from the record as it was
 * @param addition what has to be added; null when nothing is
 */
public record Taken<A>(
    String id, Outcome outcome, List<Difference> differences, @Nullable A addition) {

  public Taken {
    differences = List.copyOf(differences);
  }

  /** What becomes of a row. */
  public enum Outcome {
    /** The record is new. */
    CREATED,
    /** The record has a further version. */
    CHANGED,
    /** It says what the record says already, or said before. */
    EXISTS,
    /** It cannot be taken. */
    REFUSED
  }

  /** A field and what it was and is. */
  public record Difference(String field, @Nullable String before, @Nullable String after) {}
}
