package dev.duodang.intake;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.RecordType;
import dev.duodang.pricing.book.text.Nearest;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a CSV file: a heading, then one order or decision a line. Columns stand in any order; the
 * divider is the comma, semicolon or tab that the heading has.
 */
public final class CsvRows implements RowSource {

  private final CountedStream stream;
  private final CsvReader<Numbered> reader;
  private final Iterator<Numbered> rows;
  private final Charset charset;

  private CsvRows(
      CountedStream stream, CsvReader<Numbered> reader, Iterator<Numbered> rows, Charset charset) {
    this.stream = stream;
    this.reader = reader;
    this.rows = rows;
    this.charset = charset;
  }

  /**
   * Opens a stream of UTF-8 text; a byte order mark is skipped.
   *
   * @param zone the zone of times without an offset
   * @throws UnreadableSourceException when the heading lacks a column that is needed, or has one
   *     that is not known
   */
  public static CsvRows open(InputStream in, ZoneId zone) throws IOException {
    return open(in, zone, StandardCharsets.UTF_8);
  }

  /** As {@link #open(InputStream, ZoneId)}, for text in another encoding such as GBK. */
  public static CsvRows open(InputStream in, ZoneId zone, Charset charset) throws IOException {
    CountedStream counted = new CountedStream(in);
    char divider = divider(counted);
    InputStreamReader text =
        new InputStreamReader(
            counted,
            charset
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT));
    Handler handler = new Handler(new RowBuilder(Moments.in(zone)));
    CsvReader<Numbered> reader =
        CsvReader.builder()
            .fieldSeparator(divider)
            .detectBomHeader(false)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .maxBufferSize(JsonRows.ORDER_BYTES_MAX)
            .build(handler, text);
    CsvRows rows = new CsvRows(counted, reader, reader.iterator(), charset);
    rows.guarded(
        () -> {
          boolean any = rows.rows.hasNext();
          if (any) {
            rows.rows.next();
          }
          return any;
        });
    handler.checkHeading();
    return rows;
  }

  private static char divider(CountedStream in) throws IOException {
    String start = in.peek(4096);
    int end = start.indexOf('\n');
    String heading = end < 0 ? start : start.substring(0, end);
    char best = ',';
    for (char candidate : new char[] {';', '\t'}) {
      if (count(heading, candidate) > count(heading, best)) {
        best = candidate;
      }
    }
    return best;
  }

  private static long count(String text, char wanted) {
    return text.chars().filter(c -> c == wanted).count();
  }

  @Override
  public @Nullable Numbered next() throws IOException {
    return guarded(() -> rows.hasNext() ? rows.next() : null);
  }

  private interface Step<T extends @Nullable Object> {
    T take();
  }

  private <T extends @Nullable Object> T guarded(Step<T> step) throws IOException {
    try {
      return step.take();
    } catch (UncheckedIOException io) {
      if (io.getCause() instanceof CharacterCodingException) {
        throw notInCharset(io);
      }
      throw io.getCause();
    } catch (CsvParseException malformed) {
      if (malformed.getCause() instanceof CharacterCodingException) {
        throw notInCharset(malformed);
      }
      throw new UnreadableSourceException(
          "the CSV text cannot be divided into fields: " + malformed.getMessage(), malformed);
    }
  }

  private UnreadableSourceException notInCharset(Exception cause) {
    return new UnreadableSourceException(
        "the text is not "
            + charset
            + " near byte "
            + stream.count()
            + "; save it as UTF-8, or name its encoding, such as GBK",
        cause);
  }

  @Override
  public long bytesRead() {
    return stream.count();
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }

  /** Takes the fields as the library finds them in its buffer. */
  private static final class Handler extends AbstractBaseCsvCallbackHandler<Numbered> {
    private static final int FIELDS_MAX = 500;

    private final RowBuilder builder;
    private final List<@Nullable Column> columns = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();
    private boolean headed;

    Handler(RowBuilder builder) {
      this.builder = builder;
    }

    @Override
    protected void handleField(int index, char[] buffer, int from, int length, boolean quoted) {
      if (!headed) {
        heading(new String(buffer, from, length));
        return;
      }
      Column column = index < columns.size() ? columns.get(index) : null;
      if (column != null) {
        builder.cell(column, buffer, from, length);
      } else if (length > 0 && index >= columns.size()) {
        builder.refuse(
            "column " + (index + 1),
            new String(buffer, from, Math.min(length, 100)),
            "stands behind the last heading",
            "");
      }
    }

    private void heading(String text) {
      String name = text.strip().replace("\ufeff", "");
      Column column = Column.of(name);
      if (column == null && !name.isEmpty() && unknown.size() < FIELDS_MAX) {
        unknown.add(name);
      }
      columns.add(column);
    }

    @Override
    protected @Nullable Numbered buildRecord() {
      if (!headed) {
        headed = true;
        return new Numbered(getStartingLineNumber(), new Row.Refused(List.of(HEADING)));
      }
      return getRecordType() == RecordType.DATA
          ? new Numbered(getStartingLineNumber(), builder.build())
          : null;
    }

    private static final RowProblem HEADING = new RowProblem("heading", "", "is no row", "");

    void checkHeading() throws UnreadableSourceException {
      Set<Column.Kind> found = EnumSet.noneOf(Column.Kind.class);
      for (Column column : columns) {
        if (column != null && column.name().isEmpty() && !found.add(column.kind())) {
          throw new UnreadableSourceException(
              "the heading has \"" + column.heading() + "\" twice; each column stands once");
        }
      }
      if (!unknown.isEmpty()) {
        throw new UnreadableSourceException(unknownColumns());
      }
      for (Column.Kind needed : List.of(Column.Kind.ORDER_NO, Column.Kind.STATUS)) {
        if (!found.contains(needed)) {
          throw new UnreadableSourceException(
              "the column \"" + needed.english() + "\" is missing; the heading has " + shown());
        }
      }
    }

    private String unknownColumns() {
      String name = unknown.getFirst();
      String nearest = Nearest.to(name, Column.headings());
      return "the column \""
          + name
          + "\" is not known"
          + (nearest == null ? "" : ", did you mean \"" + nearest + "\"?")
          + "; known are "
          + String.join(", ", Column.headings());
    }

    private String shown() {
      List<String> headings = new ArrayList<>();
      for (Column column : columns) {
        headings.add(column == null ? "(empty)" : column.heading());
      }
      return headings.isEmpty() ? "nothing" : String.join(", ", headings);
    }
  }
}
