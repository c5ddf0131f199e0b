package dev.duodang.records;

import java.util.List;
import java.util.Locale;

/**
 * A field of a record, and the column of a file that holds it.
 *
 * @param name its name in JSON and in the files that are written
 * @param labels what Chinese sheets write above it, divided by blanks
 * @param allowed what it may hold
 * @param kind how its text is read
 */
public record Column(String name, String labels, String allowed, Kind kind) {

  /** How the text of a field is read. */
  public enum Kind {
    TEXT,
    DAY,
    /** Several texts; in a cell divided by {@code ; ； 、} or {@code |}. */
    LIST
  }

  public static Column text(String name, String labels, String allowed) {
    return new Column(name, labels, allowed, Kind.TEXT);
  }

  public static Column day(String name, String labels) {
    return new Column(name, labels, "a day such as 2026-01-31", Kind.DAY);
  }

  public static Column list(String name, String labels, String allowed) {
    return new Column(name, labels, allowed, Kind.LIST);
  }

  /** Whether a heading means this column. */
  boolean isCalled(String heading) {
    String wanted = key(heading);
    return key(name).equals(wanted)
        || List.of(labels.split(" ", -1)).stream().anyMatch(label -> key(label).equals(wanted));
  }

  private static String key(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }
}
