package dev.duodang.intake;

import dev.duodang.pricing.book.text.Nearest;
import dev.duodang.pricing.money.Exact;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads the fields of JSON objects one after the other. A value that cannot be used is noted with
 * the path of its field and comes as null; the parser always stands behind it afterwards.
 */
final class JsonFields {

  /** One more than any list of an order may have, so that a longer one is refused all the same. */
  private static final int ELEMENTS_KEPT = 1001;

  private final JsonParser parser;
  private final List<RowProblem> problems = new ArrayList<>();
  private String path = "";

  JsonFields(JsonParser parser) {
    this.parser = parser;
  }

  List<RowProblem> problems() {
    return problems;
  }

  void refuse(String field, String value, String reason, String allowed) {
    if (problems.size() < 50) {
      problems.add(
          new RowProblem(path.isEmpty() ? field : path + "." + field, value, reason, allowed));
    }
  }

  boolean refused(String field) {
    return problems.stream().anyMatch(problem -> problem.field().equals(field));
  }

  /** A field's own name made into a value; null after noting that it cannot be one. */
  <T> @Nullable T name(String field, Function<String, T> make) {
    try {
      return make.apply(field);
    } catch (IllegalArgumentException refused) {
      refuse(field, field, reason(refused, field), "");
      return null;
    }
  }

  /** Reads one field of an object; the parser stands at its value. */
  interface Field {
    void read(String name);
  }

  /** Reads an object at whose start the parser stands, field by field. */
  void object(String name, Field field) {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      wrong(name, "is not an object", "{…}");
      return;
    }
    String outer = path;
    path = name.isEmpty() ? outer : outer.isEmpty() ? name : outer + "." + name;
    Set<String> seen = new HashSet<>();
    for (String key = parser.nextName(); key != null; key = parser.nextName()) {
      JsonToken value = parser.nextToken();
      if (!seen.add(key)) {
        wrong(key, "stands there twice", "");
      } else if (value != JsonToken.VALUE_NULL) {
        field.read(key);
      }
    }
    path = outer;
  }

  /** Reads an array at whose start the parser stands; each element is read by {@code element}. */
  <T> List<T> array(String name, Function<String, @Nullable T> element) {
    List<T> values = new ArrayList<>();
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      wrong(name, "is not a list", "[…]");
      return values;
    }
    int place = 0;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      T value = element.apply(name + "[" + place++ + "]");
      if (value != null && values.size() < ELEMENTS_KEPT) {
        values.add(value);
      }
    }
    return values;
  }

  /** A text, number or truth value as text, made into a value. */
  <T> @Nullable T value(String name, String allowed, Function<String, T> make) {
    if (!parser.currentToken().isScalarValue()) {
      wrong(name, "is not a single value", allowed);
      return null;
    }
    String text = parser.getString();
    try {
      return make.apply(text);
    } catch (IllegalArgumentException refused) {
      refuse(name, text, reason(refused, text), allowed);
      return null;
    }
  }

  /** What a message says behind the value that it quotes, as the problem shows the value itself. */
  static String reason(IllegalArgumentException refused, String text) {
    String message = String.valueOf(refused.getMessage());
    String quoted = "\"" + (text.length() > 40 ? text.substring(0, 40) + "…" : text) + "\" ";
    int at = message.indexOf(quoted);
    return at < 0 ? message : message.substring(at + quoted.length());
  }

  @Nullable Exact decimal(String name) {
    return value(name, Quantity.ALLOWED, Quantity::parse);
  }

  <E extends Enum<E>> @Nullable E word(String name, Class<E> type) {
    return value(name, words(type), text -> word(type, text));
  }

  static <E extends Enum<E>> E word(Class<E> type, String text) {
    String wanted = text.strip().toUpperCase(Locale.ROOT).replace('-', '_');
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(wanted)) {
        return constant;
      }
    }
    throw new IllegalArgumentException("is not one of the words allowed");
  }

  static <E extends Enum<E>> String words(Class<E> type) {
    List<String> names = new ArrayList<>();
    for (E constant : type.getEnumConstants()) {
      names.add(constant.name());
    }
    return String.join(", ", names);
  }

  /** Refuses a field that is not known, with the nearest one that is. */
  void unknown(String name, Collection<String> known) {
    String nearest = Nearest.to(name, known);
    String hint = nearest == null ? "" : ", did you mean \"" + nearest + "\"?";
    wrong(name, "is not a known field" + hint, String.join(", ", known));
  }

  private void wrong(String name, String reason, String allowed) {
    String shown = parser.currentToken().isScalarValue() ? parser.getString() : "";
    refuse(name, shown, reason, allowed);
    parser.skipChildren();
  }
}
