package dev.duodang.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Rows on their way into the database, for statements that take them all at once.
 *
 * <p>Few rows are parameters of the statement, one array a column: one round trip. Many are
 * streamed by COPY into a temporary table of the connection, which costs a fraction of the arrays;
 * the statement then takes them from there, under the policies of the table that they are for. New
 * rows of a month need no statement ({@link MonthlyTable}).
 */
public final class Columns {

  /** From here on the two more round trips are worth it. */
  static final int MANY = 200;

  /** Parts the words of a text that stands for a list; no word can contain it. */
  static final String SEPARATOR = "\u001f";

  private static final String WORDS = "text[]";

  private final String name;
  private final String[] types;
  private final List<@Nullable Object[]> rows = new ArrayList<>();

  /**
   * Columns of these types of PostgreSQL, in the order in which the statement finds them.
   *
   * @param name of what the rows are; where they wait is named after it
   * @param types date, int4, int8, text, text[], timestamptz, bool or numeric; a statement finds
   *     the words of a {@code text[]} in one text with {@link #SEPARATOR} between them
   */
  public Columns(String name, String... types) {
    this.name = name;
    this.types = types.clone();
  }

  /**
   * Adds a row; one value a column: {@code LocalDate}, {@code Integer}, {@code Long}, {@code
   * String}, {@code List} of these, {@code Instant}, {@code Boolean}, {@code BigDecimal} or null.
   */
  public void add(@Nullable Object... values) {
    if (values.length != types.length) {
      throw new IllegalArgumentException(
          values.length + " values for " + types.length + " columns");
    }
    rows.add(values);
  }

  /**
   * Runs the statement with all rows; nothing when there are none.
   *
   * @param sql says {@code %s} where the rows come from
   */
  public void run(Connection connection, String sql) throws SQLException {
    ready(sql).write(connection);
  }

  /** The same for later: all that can be done without the database is done now. */
  public Rows ready(String sql) {
    if (rows.isEmpty()) {
      return Rows.NONE;
    }
    if (rows.size() < MANY || !BinaryCopy.takes(types)) {
      return few(sql);
    }
    BinaryCopy copy = BinaryCopy.of(textTypes(), textRows());
    return connection -> {
      try (Statement statement = connection.createStatement()) {
        stage(statement);
        copy.into(connection, staged());
        statement.executeUpdate(sql.formatted(staged()));
      }
    };
  }

  /**
   * The same where COPY may go to the table itself.
   *
   * @param target a table with the names of its columns, for many rows
   * @param sql for few
   */
  Rows ready(String target, String sql) {
    if (rows.size() < MANY) {
      return ready(sql);
    }
    BinaryCopy copy = BinaryCopy.of(types, rows);
    return connection -> copy.into(connection, target);
  }

  private FewRows few(String sql) {
    return new FewRows(sql, List.of(textTypes()), textRows());
  }

  private String[] textTypes() {
    String[] all = types.clone();
    Arrays.setAll(all, i -> all[i].equals(WORDS) ? "text" : all[i]);
    return all;
  }

  private List<@Nullable Object[]> textRows() {
    if (!List.of(types).contains(WORDS)) {
      return rows;
    }
    List<@Nullable Object[]> all = new ArrayList<>(rows.size());
    for (@Nullable Object[] row : rows) {
      @Nullable Object[] texts = row.clone();
      Arrays.setAll(texts, i -> row[i] instanceof List<?> words ? joined(words) : row[i]);
      all.add(texts);
    }
    return all;
  }

  private static String joined(List<?> words) {
    return words.stream().map(String.class::cast).collect(Collectors.joining(SEPARATOR));
  }

  /** Runs the statement with all rows and hands over each row that it returns. */
  public void query(Connection connection, String sql, RowReader reader) throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    FewRows few = few(sql);
    try (PreparedStatement statement = connection.prepareStatement(few.statement())) {
      few.fill(connection, statement, 1);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          reader.read(row);
        }
      }
    }
  }

  /** Takes the row that a result stands at. */
  @FunctionalInterface
  public interface RowReader {
    void read(ResultSet row) throws SQLException;
  }

  private String staged() {
    return "pg_temp.staged_" + name;
  }

  /** Makes the temporary table, which a commit empties. */
  private void stage(Statement statement) throws SQLException {
    String[] columnTypes = textTypes();
    String columns =
        IntStream.range(0, types.length)
            .mapToObj(i -> "c" + i + " " + columnTypes[i])
            .collect(Collectors.joining(", "));
    statement.execute(
        "CREATE TEMPORARY TABLE IF NOT EXISTS %s (%s) ON COMMIT DELETE ROWS; DELETE FROM %s"
            .formatted(staged(), columns, staged()));
  }
}
