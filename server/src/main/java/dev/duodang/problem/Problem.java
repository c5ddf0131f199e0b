package dev.duodang.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An error as RFC 9457 says it, with what a program needs to act on it.
 *
 * @param type stable address of the kind of error
 * @param title the same for every error of the kind
 * @param status HTTP status
 * @param detail what failed here, with the value in quotes
 * @param code the last part of the type
 * @param field the field that failed, as a path such as {@code items[0].quantity}
 * @param value the value that failed, shortened to 200 characters
 * @param allowed what is allowed
 * @param at line and column, if the input was text
 * @param errors several failures of one request
 * @param more further members that a kind of error has, such as the findings of a refused book
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    String code,
    @Nullable String field,
    @Nullable String value,
    @Nullable String allowed,
    @Nullable String at,
    List<Failure> errors,
    @JsonAnyGetter @Schema(hidden = true) Map<String, Object> more) {

  public static final String MEDIA_TYPE = "application/problem+json";

  private static final String TYPES = "https://duodang.dev/problems/";
  private static final int LONGEST_VALUE = 200;

  public Problem {
    errors = List.copyOf(errors);
    more = Map.copyOf(more);
  }

  /**
   * One of several failures.
   *
   * @param field the field that failed
   * @param value its value
   * @param message what is wrong and what is allowed
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Failure(String field, @Nullable String value, String message) {}

  /** A problem of a kind, the template filled with these figures. */
  public static Problem of(ProblemCode code, Object... figures) {
    return new Problem(
        TYPES + code.code(),
        code.title(),
        code.status(),
        code.detail(figures),
        code.code(),
        null,
        null,
        null,
        null,
        List.of(),
        Map.of());
  }

  public Problem field(String name) {
    return new Problem(type, title, status, detail, code, name, value, allowed, at, errors, more);
  }

  public Problem value(@Nullable Object found) {
    String text = found == null ? null : shortened(found.toString());
    return new Problem(type, title, status, detail, code, field, text, allowed, at, errors, more);
  }

  public Problem allowed(String what) {
    return new Problem(type, title, status, detail, code, field, value, what, at, errors, more);
  }

  public Problem at(String place) {
    return new Problem(
        type, title, status, detail, code, field, value, allowed, place, errors, more);
  }

  public Problem errors(List<Failure> failures) {
    return new Problem(
        type, title, status, detail, code, field, value, allowed, at, failures, more);
  }

  /** Adds a member of its own to the document. */
  public Problem with(String member, Object content) {
    Map<String, Object> members = new java.util.TreeMap<>(more);
    members.put(member, content);
    return new Problem(
        type, title, status, detail, code, field, value, allowed, at, errors, members);
  }

  /** The problem as something to throw. */
  public ProblemException toException() {
    return new ProblemException(this);
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE) + "…";
  }
}
