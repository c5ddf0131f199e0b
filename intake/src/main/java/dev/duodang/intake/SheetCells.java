package dev.duodang.intake;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/** The first sheet of a workbook as rows of texts. */
final class SheetCells implements PlainTable.Rows {

  private static final BigDecimal LAST_DAY_OF_EXCEL = BigDecimal.valueOf(2_958_465);

  private final ReadableWorkbook workbook;
  private final Stream<org.dhatim.fastexcel.reader.Row> stream;
  private final Iterator<org.dhatim.fastexcel.reader.Row> rows;
  private final Predicate<String> isDay;
  private final LocalDate dayZero;
  private List<Boolean> days = List.of();

  private SheetCells(
      ReadableWorkbook workbook,
      Stream<org.dhatim.fastexcel.reader.Row> stream,
      Predicate<String> isDay) {
    this.workbook = workbook;
    this.stream = stream;
    this.rows = stream.iterator();
    this.isDay = isDay;
    this.dayZero = ExcelRows.dayZero(workbook);
  }

  static SheetCells open(Path file, Predicate<String> isDay) throws IOException {
    Workbooks.measured(file);
    try (WorkbookParts parts = WorkbookParts.open(file)) {
      ReadableWorkbook workbook = ExcelRows.guarded("the workbook", () -> ExcelRows.opened(file));
      boolean good = false;
      try {
        Sheet sheet = ExcelRows.sheet(workbook, null);
        SheetCheck.require(parts, sheet);
        SheetCells cells =
            new SheetCells(
                workbook, ExcelRows.guarded("the sheet", () -> ExcelRows.stream(sheet)), isDay);
        good = true;
        return cells;
      } finally {
        if (!good) {
          workbook.close();
        }
      }
    }
  }

  @Override
  public PlainTable.@Nullable Cells next() throws IOException {
    while (true) {
      org.dhatim.fastexcel.reader.Row row =
          ExcelRows.guarded("the sheet", () -> rows.hasNext() ? rows.next() : null);
      if (row == null) {
        return null;
      }
      PlainTable.Cells cells = new PlainTable.Cells(row.getRowNum(), texts(row));
      if (!cells.isEmpty()) {
        if (days.isEmpty()) {
          days = cells.cells().stream().map(isDay::test).toList();
        }
        return cells;
      }
    }
  }

  private List<String> texts(org.dhatim.fastexcel.reader.Row row) {
    List<String> texts = new ArrayList<>();
    for (int column = 0; column < row.getCellCount(); column++) {
      Cell cell = row.getCell(column);
      texts.add(cell == null ? "" : text(cell, column < days.size() && days.get(column)));
    }
    return texts;
  }

  private String text(Cell cell, boolean day) {
    if (cell.getType() == CellType.ERROR) {
      return String.valueOf(cell.getRawValue());
    }
    Object value = cell.getValue();
    if (value instanceof BigDecimal number) {
      return day && number.signum() >= 0 && number.compareTo(LAST_DAY_OF_EXCEL) <= 0
          ? dayZero.plusDays(number.longValue()).toString()
          : ExcelRows.plain(number);
    }
    return value == null ? "" : value.toString();
  }

  @Override
  public void close() throws IOException {
    stream.close();
    workbook.close();
  }
}
