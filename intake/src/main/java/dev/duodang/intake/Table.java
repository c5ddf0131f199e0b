package dev.duodang.intake;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes rows of the cells of a table, whatever it is written in. */
final class Table {

  private static final int PROBLEMS_MAX = 50;

  private final Columns known;
  private final Chars text = new Chars();

  private @Nullable Heading heading;
  private Column[] columns = {};

  private Draft draft = new Draft();
  private List<RowProblem> problems = List.of();
  private long number;
  private int cells;
  private boolean empty = true;
  private long size;

  Table(ZoneId zone) {
    this.known = new Columns(zone);
  }

  boolean hasHeading() {
    return heading != null;
  }

  /** Takes the first row. */
  void heading(List<String> names) {
    heading = Heading.of(known.known(), names);
    columns = heading.columns();
  }

  /** Refuses a table whose first row cannot be understood. */
  void requireGoodHeading() throws UnreadableSourceException {
    String problem = heading == null ? null : heading.problem();
    if (problem != null) {
      throw new UnreadableSourceException(problem);
    }
  }

  void begin(long rowNumber) {
    number = rowNumber;
    draft = new Draft();
    problems = List.of();
    cells = 0;
    size = 0;
    empty = true;
  }

  /** Whether a column holds times. */
  boolean isMoment(int column) {
    return column < columns.length && columns[column].moment();
  }

  void cell(int column, char[] buffer, int offset, int length) {
    cells = column + 1;
    size += length;
    text.over(buffer, offset, length);
    if (column < columns.length && !text.isEmpty()) {
      empty = false;
      read(column);
    }
  }

  void cell(int column, String value) {
    cell(column, value.toCharArray(), 0, value.length());
  }

  private void read(int column) {
    Column known = columns[column];
    try {
      known.setter().set(draft, text);
    } catch (IllegalArgumentException refused) {
      String value = text.toString();
      refuse(column, value, JsonFields.reason(refused, value), known.allowed());
    }
  }

  void refuse(int column, String value, String reason, String allowed) {
    if (heading == null || column >= columns.length) {
      return;
    }
    empty = false;
    refuse(heading.name(column), value, reason, allowed);
  }

  private void refuse(String field, String value, String reason, String allowed) {
    if (problems.isEmpty()) {
      problems = new ArrayList<>();
    }
    if (problems.size() < PROBLEMS_MAX) {
      problems.add(new RowProblem(field, value, reason, allowed));
    }
  }

  /** The row that the cells make, or null when all were empty. */
  @Nullable Row row() {
    if (empty) {
      return null;
    }
    if (size > JsonRows.ORDER_BYTES_MAX) {
      refuse("row", "", "has more than " + JsonRows.ORDER_BYTES_MAX + " characters", "");
    }
    return problems.isEmpty() ? draft.row() : new Row.Refused(problems);
  }

  /** Refuses the row when it has not as many cells as the heading. */
  void requireAllCells() {
    if (!empty && cells != columns.length) {
      refuse(
          "row",
          "",
          "has " + cells + " cells, but the heading has " + columns.length,
          "as many cells as the heading");
    }
  }

  long number() {
    return number;
  }
}
