package dev.duodang.records;

import dev.duodang.intake.PlainTable;
import dev.duodang.intake.RowProblem;
import dev.duodang.intake.UnreadableSourceException;
import dev.duodang.problem.Problem;
import dev.duodang.problem.ProblemCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads rows from CSV and Excel; columns may have their English or their Chinese names. */
final class RecordFiles {

  private static final int MOST_ROWS = 50_000;

  private final List<Column> columns;

  RecordFiles(List<Column> columns) {
    this.columns = columns;
  }

  /**
   * The rows of a file.
   *
   * @throws dev.duodang.problem.ProblemException with code {@code file-invalid} when the file as a
   *     whole cannot be understood
   */
  List<Stated> read(InputStream body, boolean isWorkbook) throws IOException {
    try {
      return isWorkbook ? workbook(body) : rows(PlainTable.csv(body), false);
    } catch (UnreadableSourceException e) {
      throw Problem.of(ProblemCode.FILE_INVALID, String.valueOf(e.getMessage())).toException();
    }
  }

  private List<Stated> workbook(InputStream body) throws IOException {
    Path spool = Files.createTempFile("records-", ".xlsx");
    try {
      Files.copy(body, spool, StandardCopyOption.REPLACE_EXISTING);
      return rows(
          PlainTable.xlsx(
              spool, name -> find(name).filter(one -> one.kind() == Column.Kind.DAY).isPresent()),
          true);
    } finally {
      Files.deleteIfExists(spool);
    }
  }

  private List<Stated> rows(PlainTable opened, boolean isWorkbook) throws IOException {
    try (PlainTable table = opened) {
      List<Column> heading = heading(table.heading());
      List<Stated> rows = new ArrayList<>();
      for (PlainTable.Cells row = table.next(); row != null; row = table.next()) {
        if (rows.size() == MOST_ROWS) {
          throw new UnreadableSourceException(
              "the file has more than " + MOST_ROWS + " rows; divide it");
        }
        rows.add(stated(row, heading, isWorkbook));
      }
      return rows;
    }
  }

  /**
   * A row; in text it has to have all cells, as otherwise a missing one would take a field away.
   */
  private static Stated stated(PlainTable.Cells row, List<Column> heading, boolean isWorkbook) {
    List<String> cells = row.cells();
    boolean isShort = !isWorkbook && cells.size() < heading.size();
    if (isShort || cells.stream().skip(heading.size()).anyMatch(cell -> !cell.isEmpty())) {
      return new Stated(
          row.number(),
          Map.of(),
          List.of(
              new RowProblem(
                  "row",
                  "",
                  "has " + cells.size() + " cells, but the heading has " + heading.size(),
                  "as many cells as the heading")));
    }
    Map<String, String> texts = new HashMap<>();
    for (int i = 0; i < heading.size(); i++) {
      texts.put(heading.get(i).name(), i < cells.size() ? cells.get(i) : "");
    }
    return Stated.of(row.number(), texts);
  }

  private List<Column> heading(List<String> names) throws UnreadableSourceException {
    List<Column> heading = new ArrayList<>();
    for (String name : names) {
      Column column =
          find(name)
              .orElseThrow(
                  () ->
                      new UnreadableSourceException(
                          "the column \"" + name + "\" is not known; known are " + known(columns)));
      if (heading.contains(column)) {
        throw new UnreadableSourceException("the column \"" + name + "\" stands there twice");
      }
      heading.add(column);
    }
    Column key = columns.getFirst();
    if (!heading.contains(key)) {
      throw new UnreadableSourceException(
          "the column \"" + known(List.of(key)) + "\" is missing; found are " + names);
    }
    return heading;
  }

  private Optional<Column> find(@Nullable String name) {
    return columns.stream().filter(column -> name != null && column.isCalled(name)).findFirst();
  }

  static String known(List<Column> columns) {
    return columns.stream()
        .map(column -> column.name() + " (" + column.labels().replace(" ", ", ") + ")")
        .collect(Collectors.joining(", "));
  }
}
