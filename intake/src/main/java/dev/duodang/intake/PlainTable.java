package dev.duodang.intake;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A table of texts from a file: its heading, then row after row, whatever its columns mean. What is
 * read of orders has {@link CsvRows} and {@link ExcelRows} of its own.
 */
public final class PlainTable implements Closeable {

  private static final int CELL_LENGTH_MAX = 64 * 1024;

  private final List<String> heading;
  private final Rows rows;

  private PlainTable(List<String> heading, Rows rows) {
    this.heading = heading.stream().map(String::strip).toList();
    this.rows = rows;
  }

  /**
   * A row of a table.
   *
   * @param number counts lines of text or rows of a sheet from 1, the heading included
   * @param cells as they stand there, without blanks around; at least one is not empty
   */
  public record Cells(long number, List<String> cells) {
    public Cells {
      cells = cells.stream().map(String::strip).toList();
    }

    boolean isEmpty() {
      return cells.stream().allMatch(String::isEmpty);
    }
  }

  /** Where rows come from. */
  interface Rows extends Closeable {
    @Nullable Cells next() throws IOException;
  }

  /**
   * Opens CSV in UTF-8, or UTF-16 with a byte order mark; commas, semicolons or tabs divide cells.
   *
   * @throws UnreadableSourceException when it is something else, or empty
   */
  public static PlainTable csv(InputStream in) throws IOException {
    CsvText text = CsvText.of(in, StandardCharsets.UTF_8);
    CsvReader<CsvRecord> csv =
        CsvReader.builder()
            .fieldSeparator(text.separator())
            .detectBomHeader(false)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .maxBufferSize(CELL_LENGTH_MAX)
            .ofCsvRecord(text.reader());
    return of(new CsvCells(csv, csv.iterator()));
  }

  /**
   * Opens the first sheet of a workbook (.xlsx).
   *
   * @param isDay tells of the name of a column whether its numbers are days
   * @throws UnreadableSourceException when it is none, is damaged, unpacks to too much, or is empty
   */
  public static PlainTable xlsx(Path file, Predicate<String> isDay) throws IOException {
    return of(SheetCells.open(file, isDay));
  }

  private static PlainTable of(Rows rows) throws IOException {
    boolean good = false;
    try {
      Cells first = rows.next();
      if (first == null) {
        throw new UnreadableSourceException(
            "the file is empty; it needs a heading and a row for each record");
      }
      List<String> names = new ArrayList<>(first.cells());
      while (names.getLast().isEmpty()) {
        names.removeLast();
      }
      good = true;
      return new PlainTable(names, rows);
    } finally {
      if (!good) {
        rows.close();
      }
    }
  }

  /** The names of the columns. */
  public List<String> heading() {
    return heading;
  }

  /**
   * The next row that is not empty, or null behind the last.
   *
   * @throws UnreadableSourceException when the rest of the file cannot be divided into cells
   */
  public @Nullable Cells next() throws IOException {
    return rows.next();
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }

  private record CsvCells(CsvReader<CsvRecord> csv, Iterator<CsvRecord> records) implements Rows {

    @Override
    public @Nullable Cells next() throws IOException {
      try {
        while (records.hasNext()) {
          CsvRecord record = records.next();
          Cells cells = new Cells(record.getStartingLineNumber(), record.getFields());
          if (!cells.isEmpty()) {
            return cells;
          }
        }
        return null;
      } catch (UncheckedIOException | CsvParseException failed) {
        throw new UnreadableSourceException(
            "the text cannot be divided into cells of UTF-8: "
                + failed.getMessage()
                + "; "
                + CsvText.ENCODING_ADVICE,
            failed);
      }
    }

    @Override
    public void close() throws IOException {
      csv.close();
    }
  }
}
