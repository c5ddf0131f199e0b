package dev.duodang.cli.cases;

import dev.duodang.pricing.money.Exact;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** One reference case, read by name; numbers are decimal text, or whole JSON numbers. */
record Case(JsonNode json) {

  String id() {
    return text("id").orElse("(no id)");
  }

  String model() {
    return text("model").orElseThrow(() -> new CaseException("\"model\" is missing"));
  }

  private Optional<String> text(String field) {
    JsonNode value = json.get(field);
    return value == null || value.isNull() ? Optional.empty() : Optional.of(value.asString());
  }

  Exact expected() {
    return number(json, "expected").orElseThrow(() -> new CaseException("\"expected\" is missing"));
  }

  JsonNode params() {
    return part("params");
  }

  JsonNode input() {
    return part("input");
  }

  JsonNode tiers() {
    return part("tiers");
  }

  JsonNode parts() {
    return part("parts");
  }

  /** A part of the case; an empty object when it is absent. */
  private JsonNode part(String field) {
    @Nullable JsonNode value = json.get(field);
    return value == null ? JsonNodeFactory.instance.objectNode() : value;
  }

  /** A number by name; empty when it is absent or null. */
  static Optional<Exact> number(JsonNode json, String field) {
    @Nullable JsonNode value = json.get(field);
    if (value == null || value.isNull()) {
      return Optional.empty();
    }
    if (value.isFloatingPointNumber()) {
      throw new CaseException("\"" + field + "\" must be decimal text, such as \"2.50\"");
    }
    try {
      return Optional.of(Exact.parse(value.asString()));
    } catch (NumberFormatException malformed) {
      throw new CaseException("\"" + field + "\": " + malformed.getMessage(), malformed);
    }
  }

  static Exact number(JsonNode json, String field, Exact absent) {
    return number(json, field).orElse(absent);
  }
}
