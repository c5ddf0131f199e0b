package dev.duodang.intake;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads rows from CSV: the first line names the columns, every other line is an order or a
 * decision. Commas, semicolons or tabs divide the cells; which of them, the first line tells.
 * Memory does not grow with the file.
 */
public final class CsvRows implements RowSource {

  /** A cell that does not fit is a quote that nobody closed. */
  private static final int CELL_LENGTH_MAX = 512 * 1024;

  private final CountedStream stream;
  private final CsvReader<Numbered> csv;
  private final Iterator<Numbered> rows;
  private final Table table;
  private final Charset charset;

  private CsvRows(CountedStream stream, CsvText text, Table table) {
    this.stream = stream;
    this.table = table;
    this.charset = text.charset();
    this.csv =
        CsvReader.builder()
            .fieldSeparator(text.separator())
            .detectBomHeader(false)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .maxBufferSize(CELL_LENGTH_MAX)
            .build(new Handler(table), text.reader());
    this.rows = csv.iterator();
  }

  /**
   * Opens UTF-8 text, or UTF-16 with a byte order mark.
   *
   * @param zone the zone of times without an offset
   * @throws UnreadableSourceException when it is in another encoding, or when its heading lacks a
   *     column or has one that is not known
   */
  public static CsvRows open(InputStream in, ZoneId zone) throws IOException {
    return open(in, zone, StandardCharsets.UTF_8);
  }

  /** As {@link #open(InputStream, ZoneId)}, for text in another encoding such as GB18030. */
  public static CsvRows open(InputStream in, ZoneId zone, Charset charset) throws IOException {
    CountedStream stream = new CountedStream(in);
    CsvRows source = new CsvRows(stream, CsvText.of(stream, charset), new Table(zone));
    Numbered heading = source.next();
    if (heading == null) {
      throw new UnreadableSourceException(
          "the file is empty; it needs a heading and a row for each order");
    }
    source.table.requireGoodHeading();
    return source;
  }

  @Override
  public @Nullable Numbered next() throws IOException {
    return guarded(() -> rows.hasNext() ? rows.next() : null);
  }

  private @Nullable Numbered guarded(Supplier<@Nullable Numbered> step) throws IOException {
    try {
      return step.get();
    } catch (UncheckedIOException | CsvParseException failed) {
      if (failed.getCause() instanceof CharacterCodingException) {
        throw new UnreadableSourceException(
            behind() + " is not " + charset + "; " + CsvText.ENCODING_ADVICE, failed);
      }
      if (failed.getCause() instanceof IOException io) {
        throw io;
      }
      throw new UnreadableSourceException(
          behind() + " cannot be divided into cells: " + failed.getMessage(), failed);
    }
  }

  private String behind() {
    return table.number() == 0 ? "the file" : "the text behind row " + table.number();
  }

  @Override
  public long bytesRead() {
    return stream.count();
  }

  @Override
  public void close() throws IOException {
    csv.close();
  }

  /** Takes the cells straight from the splitter's buffer, so that most never become texts. */
  private static final class Handler extends AbstractBaseCsvCallbackHandler<Numbered> {
    private final Table table;
    private final List<String> names = new ArrayList<>();

    Handler(Table table) {
      this.table = table;
    }

    @Override
    protected void handleBegin(long line) {
      table.begin(line);
    }

    @Override
    protected void handleField(int column, char[] buffer, int offset, int length, boolean quoted) {
      if (table.hasHeading()) {
        table.cell(column, buffer, offset, length);
      } else {
        names.add(new String(buffer, offset, length));
      }
    }

    @Override
    protected @Nullable Numbered buildRecord() {
      if (!table.hasHeading()) {
        table.heading(names);
        return new Numbered(table.number(), new Row.Refused(List.of()));
      }
      table.requireAllCells();
      Row row = table.row();
      return row == null ? null : new Numbered(table.number(), row);
    }
  }
}
