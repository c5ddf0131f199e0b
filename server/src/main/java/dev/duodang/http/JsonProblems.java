package dev.duodang.http;

import dev.duodang.problem.Problem;
import dev.duodang.problem.ProblemCode;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says what is wrong with a JSON body, with the path, the value, the line and what is allowed. */
final class JsonProblems {

  private JsonProblems() {}

  static Problem of(@Nullable Throwable cause) {
    return switch (cause) {
      case UnrecognizedPropertyException unknown -> unknown(unknown);
      case InvalidFormatException format -> invalid(format, format.getValue());
      case MismatchedInputException mismatched -> invalid(mismatched, null);
      case JacksonException json -> located(syntax(json), json);
      case null, default ->
          Problem.of(ProblemCode.MALFORMED_JSON, "it is empty or ends too early.");
    };
  }

  private static Problem unknown(UnrecognizedPropertyException unknown) {
    Problem problem =
        located(Problem.of(ProblemCode.UNKNOWN_FIELD, path(unknown)).field(path(unknown)), unknown);
    Collection<Object> known = unknown.getKnownPropertyIds();
    return known == null
        ? problem
        : problem.allowed(
            known.stream().map(String::valueOf).sorted().collect(Collectors.joining(", ")));
  }

  private static Problem invalid(MismatchedInputException invalid, @Nullable Object value) {
    String path = path(invalid);
    if (path.isEmpty()) {
      return located(
          Problem.of(ProblemCode.MALFORMED_JSON, "a JSON object is expected here."), invalid);
    }
    String expected = expected(invalid.getTargetType());
    String detail = value == null ? "it must be " + expected + "." : "\"" + value + "\".";
    return located(
            Problem.of(ProblemCode.INVALID_FIELD, path, detail).field(path).allowed(expected),
            invalid)
        .value(value);
  }

  private static String expected(@Nullable Class<?> type) {
    if (type == null) {
      return "another type";
    }
    if (type.isEnum()) {
      return Arrays.stream(type.getEnumConstants())
          .map(String::valueOf)
          .collect(Collectors.joining(", "));
    }
    return switch (type.getSimpleName()) {
      case "String" -> "a text";
      case "Boolean", "boolean" -> "true or false";
      case "Integer", "int", "Long", "long" -> "a whole number";
      case "List", "Set" -> "a list";
      case "OffsetDateTime", "Instant" -> "a time such as 2026-11-20T09:00:00+08:00";
      case "LocalDate" -> "a date such as 2026-11-20";
      default -> "an object";
    };
  }

  private static Problem syntax(JacksonException json) {
    String message = String.valueOf(json.getOriginalMessage());
    int end = message.indexOf('\n');
    return Problem.of(
        ProblemCode.MALFORMED_JSON, (end < 0 ? message : message.substring(0, end)) + ".");
  }

  private static Problem located(Problem problem, JacksonException json) {
    TokenStreamLocation place = json.getLocation();
    return place == null || place.getLineNr() < 0
        ? problem
        : problem.at("line " + place.getLineNr() + ", column " + place.getColumnNr());
  }

  private static String path(JacksonException json) {
    StringBuilder path = new StringBuilder();
    for (JacksonException.Reference step : json.getPath()) {
      if (step.getPropertyName() == null) {
        path.append('[').append(step.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
      }
    }
    return path.toString();
  }
}
