package dev.duodang.problem;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the fields of a request, and says which one cannot be read and why. */
public final class Fields {

  private static final int LONGEST_REASON = 500;

  private Fields() {}

  /**
   * A field that must be there.
   *
   * @throws ProblemException with code {@code missing-field}
   */
  public static <T> T required(String field, @Nullable T value) {
    if (value == null) {
      throw Problem.of(ProblemCode.MISSING_FIELD, field).field(field).toException();
    }
    return value;
  }

  /**
   * A field as what it means.
   *
   * @param parse throws an {@link IllegalArgumentException} that says what is allowed
   * @throws ProblemException with code {@code missing-field} or {@code invalid-field}
   */
  public static <T> T parsed(String field, @Nullable String text, Function<String, T> parse) {
    String stated = required(field, text);
    try {
      return parse.apply(stated);
    } catch (IllegalArgumentException e) {
      throw Problem.of(ProblemCode.INVALID_FIELD, field, String.valueOf(e.getMessage()))
          .field(field)
          .value(stated)
          .toException();
    }
  }

  /**
   * Why somebody decides, in his words.
   *
   * @throws ProblemException with code {@code missing-field} or {@code invalid-field}
   */
  public static String reason(String field, @Nullable String text) {
    String reason = required(field, text);
    if (reason.isBlank() || reason.length() > LONGEST_REASON || reason.indexOf('\0') >= 0) {
      throw invalid(field, reason, "it says nothing.", "1 to " + LONGEST_REASON + " characters");
    }
    return reason;
  }

  /** What is wrong with a field that can be read but is not allowed. */
  public static ProblemException invalid(
      String field, @Nullable Object value, String why, String allowed) {
    return Problem.of(ProblemCode.INVALID_FIELD, field, why)
        .field(field)
        .value(value)
        .allowed(allowed)
        .toException();
  }
}
