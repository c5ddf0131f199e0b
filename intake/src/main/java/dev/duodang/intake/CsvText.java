package dev.duodang.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Finds out from the first bytes how a CSV file is encoded and what divides its cells. */
final class CsvText {

  static final String ENCODING_ADVICE =
      "save it as UTF-8 (in Excel: CSV UTF-8), or name its encoding, such as GB18030";

  private static final int LOOKED_AT = 64 * 1024;
  private static final char BYTE_ORDER_MARK = '\ufeff';

  private final byte[] start;
  private final InputStream rest;
  private final Charset charset;

  private CsvText(byte[] start, InputStream rest, Charset stated) {
    this.start = start;
    this.rest = rest;
    this.charset = stated.equals(StandardCharsets.UTF_8) ? marked(start) : stated;
  }

  static CsvText of(InputStream stream, Charset stated) throws IOException {
    CsvText text = new CsvText(stream.readNBytes(LOOKED_AT), stream, stated);
    text.requireReadable();
    return text;
  }

  Charset charset() {
    return charset;
  }

  private static Charset marked(byte[] start) {
    boolean utf16 =
        start.length > 1
            && ((start[0] == (byte) 0xFF && start[1] == (byte) 0xFE)
                || (start[0] == (byte) 0xFE && start[1] == (byte) 0xFF));
    return utf16 ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
  }

  private void requireReadable() throws UnreadableSourceException {
    if (start.length > 3 && start[0] == 'P' && start[1] == 'K' && start[2] == 3) {
      throw new UnreadableSourceException(
          "the file is a zip file or an Excel workbook, not CSV; the name of a workbook ends in"
              + " .xlsx");
    }
    if (decoded(charset) == null) {
      boolean maybeGbk =
          charset.equals(StandardCharsets.UTF_8) && decoded(Charset.forName("GB18030")) != null;
      throw new UnreadableSourceException(
          "the file is not "
              + charset
              + (maybeGbk ? ", it looks like GBK" : "")
              + "; "
              + ENCODING_ADVICE);
    }
  }

  /** The beginning as text, or null when it is not in a charset. */
  private @Nullable CharBuffer decoded(Charset candidate) {
    CharBuffer text = CharBuffer.allocate(LOOKED_AT + 1);
    CoderResult result =
        strict(candidate).decode(ByteBuffer.wrap(start), text, start.length < LOOKED_AT);
    return result.isError() ? null : text.flip();
  }

  /** The commonest of comma, semicolon and tab in the first line, outside of quotes. */
  char separator() {
    CharBuffer text = decoded(charset);
    int commas = 0;
    int semicolons = 0;
    int tabs = 0;
    boolean quoted = false;
    while (text != null && text.hasRemaining()) {
      char c = text.get();
      if ((c == '\n' || c == '\r') && !quoted) {
        break;
      }
      quoted ^= c == '"';
      commas += c == ',' && !quoted ? 1 : 0;
      semicolons += c == ';' && !quoted ? 1 : 0;
      tabs += c == '\t' && !quoted ? 1 : 0;
    }
    if (tabs > commas && tabs > semicolons) {
      return '\t';
    }
    return semicolons > commas ? ';' : ',';
  }

  /** The whole text from its beginning, without a byte order mark; bad bytes are an error. */
  Reader reader() {
    InputStream whole = new SequenceInputStream(new ByteArrayInputStream(unmarked()), rest);
    return new InputStreamReader(whole, strict(charset));
  }

  private byte[] unmarked() {
    CharBuffer text = decoded(charset);
    boolean mark =
        charset.equals(StandardCharsets.UTF_8)
            && text != null
            && text.hasRemaining()
            && text.get() == BYTE_ORDER_MARK;
    return mark ? Arrays.copyOfRange(start, 3, start.length) : start;
  }

  private static CharsetDecoder strict(Charset charset) {
    return charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
  }
}
