package dev.duodang.records;

import dev.duodang.problem.Problem;
import dev.duodang.problem.ProblemCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads rows from JSON: one object, or an array of them. */
final class RecordJson {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private final List<Column> columns;

  RecordJson(List<Column> columns) {
    this.columns = columns;
  }

  /** Rows, and whether they came as an array. */
  record Read(List<Stated> rows, boolean isArray) {}

  /**
   * The rows of a text.
   *
   * @throws dev.duodang.problem.ProblemException when it is not JSON, or has a field that is not
   *     known or not of its kind
   */
  Read read(byte[] body) {
    JsonNode root;
    try {
      root = JSON.readTree(body);
    } catch (JacksonException e) {
      throw Problem.of(ProblemCode.MALFORMED_JSON, e.getOriginalMessage()).toException();
    }
    List<Stated> rows = new ArrayList<>();
    if (root.isArray()) {
      for (JsonNode one : root) {
        rows.add(stated(rows.size() + 1, one));
      }
    } else {
      rows.add(stated(1, root));
    }
    return new Read(rows, root.isArray());
  }

  private Stated stated(int place, JsonNode object) {
    if (!object.isObject()) {
      throw Problem.of(ProblemCode.MALFORMED_REQUEST, "row " + place + " is no JSON object")
          .toException();
    }
    Map<String, String> texts = new HashMap<>();
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      texts.put(column(field.getKey()).name(), text(place, field.getKey(), field.getValue()));
    }
    return Stated.of(place, texts);
  }

  private Column column(String name) {
    return columns.stream()
        .filter(column -> column.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                Problem.of(ProblemCode.UNKNOWN_FIELD, name)
                    .field(name)
                    .allowed(columns.stream().map(Column::name).collect(Collectors.joining(", ")))
                    .toException());
  }

  private String text(int place, String name, JsonNode value) {
    boolean isList = column(name).kind() == Column.Kind.LIST;
    if (value.isNull()) {
      return "";
    }
    if (isList && value.isArray()) {
      List<String> parts = new ArrayList<>();
      value.forEach(part -> parts.add(part.asString("")));
      return String.join("\n", parts);
    }
    if (value.isValueNode()) {
      return value.asString("").strip();
    }
    throw Problem.of(
            ProblemCode.INVALID_FIELD, name, "in row " + place + " it is " + value.getNodeType())
        .field(name)
        .value(value)
        .allowed(column(name).allowed())
        .toException();
  }
}
