package dev.duodang.database;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A table that grows by month.
 *
 * <p>Many new rows are streamed into the partition of their month. The writer may name every column
 * there but that of the tenant, which so is always the tenant of its transaction; it may read and
 * change nothing there. Few come through the table and its policy.
 */
public final class MonthlyTable {

  private static final DateTimeFormatter SUFFIX =
      DateTimeFormatter.ofPattern("_yyyy_MM", Locale.ROOT);

  private final String name;
  private final String[] types;
  private final String listed;
  private final String insert;

  private MonthlyTable(String name, List<String> names, List<String> types) {
    this.name = name;
    this.types = types.toArray(String[]::new);
    this.listed = String.join(", ", names);
    this.insert = insert(name, names, types);
  }

  /**
   * A table by the columns that its rows state, without those of the tenant and the month.
   *
   * @param columns such as {@code order_no text, number int4}; types as those of {@link Columns}
   */
  public static MonthlyTable of(String name, String columns) {
    List<String[]> all =
        Stream.of(columns.trim().split("\\s*,\\s*", -1))
            .map(column -> column.split("\\s+", -1))
            .toList();
    return new MonthlyTable(
        name,
        Stream.concat(Stream.of("month"), all.stream().map(column -> column[0])).toList(),
        Stream.concat(Stream.of("date"), all.stream().map(column -> column[1])).toList());
  }

  /** Room for rows: a value for the month, then one for each column. */
  public Columns columns() {
    return new Columns(name, types);
  }

  /** New rows, all of one month, ready to be written. */
  public Rows added(Columns rows, LocalDate month) {
    return rows.ready(partition(name, month) + " (" + listed + ")", insert);
  }

  /**
   * Rows of any months, ready to be written.
   *
   * @param onConflict what to do where they are there already: {@code ON CONFLICT …}
   */
  public Rows put(Columns rows, String onConflict) {
    return rows.ready(insert + onConflict);
  }

  /** The full name of the partition of a table for a month. */
  public static String partition(String table, TemporalAccessor month) {
    return "duodang.\"" + table + SUFFIX.format(month) + "\"";
  }

  private static String insert(String name, List<String> names, List<String> types) {
    String values =
        IntStream.range(0, names.size())
            .mapToObj(
                i ->
                    types.get(i).equals("text[]")
                        ? "string_to_array(r." + names.get(i) + ", E'\\x1f')"
                        : "r." + names.get(i))
            .collect(Collectors.joining(", "));
    String listed = String.join(", ", names);
    return """
        INSERT INTO %s (tenant_id, %s) SELECT (SELECT current_tenant()), %s FROM %%s AS r (%s)
        """
        .formatted(name, listed, values, listed);
  }
}
