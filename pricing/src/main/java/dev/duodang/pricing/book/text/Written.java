package dev.duodang.pricing.book.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** A value on its way to text, as it will stand there. */
sealed interface Written {

  /** A number, day or word of the format, which stands without quotes. */
  record Plain(String text) implements Written {}

  /** A word of the book's author, in quotes where it could be taken for something else. */
  record Word(String text) implements Written {}

  /**
   * A list.
   *
   * @param spread whether each element starts a line, with an empty one between mappings
   */
  record Items(List<Written> values, boolean spread) implements Written {

    public Items {
      values = List.copyOf(values);
    }
  }

  /**
   * A mapping.
   *
   * @param spread whether each field starts a line, however short they are
   */
  record Mapping(SequencedMap<String, Written> fields, boolean spread) implements Written {

    Mapping() {
      this(new LinkedHashMap<>(), false);
    }

    static Mapping ofLines() {
      return new Mapping(new LinkedHashMap<>(), true);
    }

    /** Adds a field, unless its value is null, which stands for the default. */
    Mapping put(String key, @Nullable Written value) {
      if (value != null) {
        fields.put(key, value);
      }
      return this;
    }

    /** Adds a plain field, unless it has its default. */
    <T> Mapping put(String key, @Nullable T value, @Nullable T usual) {
      return value == null || value.equals(usual)
          ? this
          : put(key, new Plain(String.valueOf(value)));
    }

    boolean isEmpty() {
      return fields.isEmpty();
    }
  }

  /** One value stands alone, several as a list; none is the default. */
  static @Nullable Written oneOrMore(List<Written> values) {
    return switch (values.size()) {
      case 0 -> null;
      case 1 -> values.getFirst();
      default -> new Items(values, false);
    };
  }

  /** Nested maps, lists, truth values and texts with the same content; numbers stay texts. */
  static Object tree(Written value) {
    return switch (value) {
      case Plain plain ->
          switch (plain.text) {
            case "true" -> true;
            case "false" -> false;
            default -> plain.text;
          };
      case Word word -> word.text;
      case Items items -> {
        List<Object> list = new ArrayList<>();
        items.values.forEach(element -> list.add(tree(element)));
        yield List.copyOf(list);
      }
      case Mapping mapping -> tree(mapping);
    };
  }

  /** As {@link #tree(Written)}, for a mapping. */
  static Map<String, Object> tree(Mapping mapping) {
    Map<String, Object> map = new LinkedHashMap<>();
    mapping.fields.forEach((key, field) -> map.put(key, tree(field)));
    return java.util.Collections.unmodifiableMap(map);
  }
}
