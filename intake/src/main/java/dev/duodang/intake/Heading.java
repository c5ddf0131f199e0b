package dev.duodang.intake;

import dev.duodang.pricing.book.text.Nearest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The first row of a table: what each column is. */
final class Heading {

  private final Map<String, Column> byName = new HashMap<>();
  private final List<String> suggestions = new ArrayList<>();
  private final List<String> names;
  private final List<Column> columns = new ArrayList<>();
  private final List<String> unknown = new ArrayList<>();
  private @Nullable String problem;

  private Heading(List<Column> known, List<String> names) {
    for (Column column : known) {
      for (String name : column.allNames()) {
        byName.put(key(name), column);
        suggestions.add(name);
      }
    }
    this.names = names.stream().map(String::strip).toList();
  }

  /** Looks the names of a first row up; {@link #problem()} says what is wrong with them. */
  static Heading of(List<Column> known, List<String> names) {
    Heading heading = new Heading(known, names);
    heading.resolve();
    heading.require();
    return heading;
  }

  private void resolve() {
    Map<String, String> seen = new HashMap<>();
    for (String name : names) {
      Column column = column(name);
      if (column == null) {
        unknown.add(name);
        continue;
      }
      columns.add(column);
      String before = seen.put(column.name(), name);
      if (before != null) {
        refuse(name, "stands there twice, as \"" + before + "\"; each column stands once");
      }
    }
    if (!unknown.isEmpty()) {
      String first = unknown.getFirst();
      refuse(
          first,
          "is not known"
              + hint(first)
              + others()
              + "; known are "
              + String.join(", ", plainNames()));
    }
  }

  private @Nullable Column column(String name) {
    Column column = byName.get(key(name));
    if (column != null) {
      return column;
    }
    try {
      return Columns.declared(name);
    } catch (IllegalArgumentException noName) {
      return null;
    }
  }

  private String hint(String name) {
    String nearest = Nearest.to(name, suggestions);
    return nearest == null ? "" : ", did you mean \"" + nearest + "\"?";
  }

  private String others() {
    return unknown.size() == 1
        ? ""
        : "; nor are " + String.join(", ", unknown.subList(1, unknown.size()));
  }

  private List<String> plainNames() {
    List<String> plain = new ArrayList<>();
    byName.values().stream().map(Column::name).distinct().sorted().forEach(plain::add);
    plain.addAll(List.of("measures.NAME", "attributes.NAME"));
    return plain;
  }

  /** The columns that every table has; a table of decisions may do without states. */
  private void require() {
    boolean hasKind = columns.stream().anyMatch(column -> column.name().equals("kind"));
    for (String required : hasKind ? List.of("orderNo") : List.of("orderNo", "status")) {
      if (columns.stream().noneMatch(column -> column.name().equals(required))) {
        refuse(
            required,
            "is missing"
                + labels(required)
                + "; the columns found are "
                + String.join(", ", names));
      }
    }
  }

  private String labels(String name) {
    Column column = byName.get(key(name));
    return column == null ? "" : " (or " + column.labels().replace(" ", ", ") + ")";
  }

  private void refuse(String name, String reason) {
    if (problem == null) {
      problem = "the column \"" + name + "\" " + reason;
    }
  }

  @Nullable String problem() {
    return problem;
  }

  Column[] columns() {
    return columns.toArray(Column[]::new);
  }

  /** The name of a column as the table writes it. */
  String name(int index) {
    return names.get(index);
  }

  private static String key(String name) {
    return name.strip().replace('（', '(').replace('）', ')').toLowerCase(Locale.ROOT);
  }
}
