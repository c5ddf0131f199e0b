package dev.duodang.intake;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/**
 * Reads rows from a sheet of an Excel workbook (.xlsx): the first row that is not empty names the
 * columns, as in {@link CsvRows}. Times may be dates of Excel or text. Numbers count as Excel shows
 * them, with 15 digits. Rows are read one after the other; of the workbook only its shared texts
 * are held in memory.
 */
public final class ExcelRows implements RowSource {

  private static final int EXCEL_DIGITS = 15;
  private static final BigDecimal LAST_DAY_OF_EXCEL = BigDecimal.valueOf(2_958_465);
  private static final BigDecimal SECONDS_A_DAY = BigDecimal.valueOf(86_400);
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  private final ReadableWorkbook workbook;
  private final Stream<org.dhatim.fastexcel.reader.Row> stream;
  private final Iterator<org.dhatim.fastexcel.reader.Row> rows;
  private final Table table;
  private final LocalDate dayZero;
  private final Workbooks.Measured measured;
  private final long bytes;
  private long rowsRead;

  private ExcelRows(
      ReadableWorkbook workbook, Sheet sheet, ZoneId zone, Workbooks.Measured measured, long bytes)
      throws IOException {
    this.workbook = workbook;
    this.stream = guarded("the sheet", () -> stream(sheet));
    this.rows = stream.iterator();
    this.table = new Table(zone);
    this.dayZero = dayZero(workbook);
    this.measured = measured;
    this.bytes = bytes;
  }

  /**
   * Opens the first sheet of a workbook.
   *
   * @param zone the zone of times without an offset
   * @throws UnreadableSourceException when the file is no workbook, unpacks to too much, or lacks a
   *     column
   */
  public static ExcelRows open(Path file, ZoneId zone) throws IOException {
    return open(file, zone, null);
  }

  /** As {@link #open(Path, ZoneId)}, for the sheet of a name; null for the first. */
  public static ExcelRows open(Path file, ZoneId zone, @Nullable String sheetName)
      throws IOException {
    Workbooks.Measured measured = Workbooks.measured(file);
    try (WorkbookParts parts = WorkbookParts.open(file)) {
      return open(file, zone, sheetName, measured, parts);
    }
  }

  private static ExcelRows open(
      Path file,
      ZoneId zone,
      @Nullable String sheetName,
      Workbooks.Measured measured,
      WorkbookParts parts)
      throws IOException {
    ReadableWorkbook workbook = guarded("the workbook", () -> opened(file));
    boolean good = false;
    try {
      Sheet sheet = sheet(workbook, sheetName);
      SheetCheck.require(parts, sheet);
      ExcelRows source = new ExcelRows(workbook, sheet, zone, measured, Files.size(file));
      source.readHeading();
      good = true;
      return source;
    } finally {
      if (!good) {
        workbook.close();
      }
    }
  }

  /** The day that a workbook counts days from. */
  static LocalDate dayZero(ReadableWorkbook workbook) {
    return workbook.isDate1904() ? LocalDate.of(1904, 1, 1) : LocalDate.of(1899, 12, 30);
  }

  static ReadableWorkbook opened(Path file) {
    try {
      return new ReadableWorkbook(file.toFile(), new ReadingOptions(false, true));
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    }
  }

  static Stream<org.dhatim.fastexcel.reader.Row> stream(Sheet sheet) {
    try {
      return sheet.openStream();
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    }
  }

  static Sheet sheet(ReadableWorkbook workbook, @Nullable String name)
      throws UnreadableSourceException {
    List<String> names = workbook.getSheets().map(Sheet::getName).toList();
    Optional<Sheet> sheet = name == null ? workbook.getSheet(0) : workbook.findSheet(name);
    return sheet.orElseThrow(
        () ->
            new UnreadableSourceException(
                "the workbook has no sheet "
                    + (name == null
                        ? "at all"
                        : "\"" + name + "\"; it has " + String.join(", ", names))));
  }

  private void readHeading() throws IOException {
    while (!table.hasHeading()) {
      org.dhatim.fastexcel.reader.Row row = nextRow();
      if (row == null) {
        throw new UnreadableSourceException(
            "the sheet is empty; it needs a heading and a row for each order");
      }
      List<String> names = new ArrayList<>();
      row.forEach(cell -> names.add(cell == null ? "" : cell.getText()));
      while (!names.isEmpty() && names.getLast().isBlank()) {
        names.removeLast();
      }
      if (!names.isEmpty()) {
        table.heading(names);
      }
    }
    table.requireGoodHeading();
  }

  @Override
  public @Nullable Numbered next() throws IOException {
    for (var row = nextRow(); row != null; row = nextRow()) {
      table.begin(row.getRowNum());
      for (int column = 0; column < row.getCellCount(); column++) {
        Cell cell = row.getCell(column);
        if (cell != null) {
          take(column, cell);
        }
      }
      Row made = table.row();
      if (made != null) {
        return new Numbered(row.getRowNum(), made);
      }
    }
    return null;
  }

  private org.dhatim.fastexcel.reader.@Nullable Row nextRow() throws IOException {
    String where = "row " + (rowsRead + 1) + " of the sheet";
    org.dhatim.fastexcel.reader.Row row = guarded(where, () -> rows.hasNext() ? rows.next() : null);
    rowsRead += row == null ? 0 : 1;
    return row;
  }

  private void take(int column, Cell cell) {
    if (cell.getType() == CellType.ERROR) {
      table.refuse(
          column, String.valueOf(cell.getRawValue()), "is an error of the sheet", "a value");
      return;
    }
    Object value = cell.getValue();
    if (value instanceof BigDecimal number) {
      table.cell(column, table.isMoment(column) ? moment(number) : plain(number));
    } else if (value != null) {
      table.cell(column, value.toString());
    }
  }

  static String plain(BigDecimal number) {
    BigDecimal shown = number.round(new MathContext(EXCEL_DIGITS)).stripTrailingZeros();
    return Math.abs((long) shown.scale()) > 40 ? shown.toString() : shown.toPlainString();
  }

  /** A date of Excel: whole days since day zero, the time as a part of a day. */
  private String moment(BigDecimal serial) {
    if (serial.signum() < 0 || serial.compareTo(LAST_DAY_OF_EXCEL) > 0) {
      return plain(serial);
    }
    long seconds =
        serial.multiply(SECONDS_A_DAY).setScale(0, RoundingMode.HALF_UP).longValueExact();
    LocalDateTime moment = dayZero.atStartOfDay().plusSeconds(seconds);
    return MOMENT.format(moment);
  }

  static <T extends @Nullable Object> T guarded(String what, Supplier<T> step)
      throws UnreadableSourceException {
    try {
      return step.get();
    } catch (RuntimeException broken) {
      throw damaged(what, broken);
    }
  }

  private static UnreadableSourceException damaged(String what, RuntimeException cause) {
    return new UnreadableSourceException(
        what + " is damaged; open it in Excel and save it again as .xlsx", cause);
  }

  /** Estimated by rows, as the library does not tell how far in the file it is. */
  @Override
  public long bytesRead() {
    return measured.rows() == 0 ? bytes : Math.min(bytes, bytes * rowsRead / measured.rows());
  }

  @Override
  public void close() throws IOException {
    stream.close();
    workbook.close();
  }
}
