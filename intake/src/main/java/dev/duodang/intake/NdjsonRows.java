package dev.duodang.intake;

import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneId;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads one JSON object a line. An empty line is skipped; a line that is too long is refused. */
public final class NdjsonRows implements RowSource {

  private final CountedStream stream;
  private final JsonRows json;
  private final byte[] block = new byte[1 << 16];
  private int from;
  private int until;
  private byte[] line = new byte[4096];
  private int length;
  private long number;

  private NdjsonRows(CountedStream stream, JsonRows json) {
    this.stream = stream;
    this.json = json;
  }

  /** Opens a stream of UTF-8 text; times without an offset are in the zone. */
  public static NdjsonRows open(InputStream in, ZoneId zone) {
    return new NdjsonRows(new CountedStream(in), JsonRows.in(zone));
  }

  @Override
  public @Nullable Numbered next() throws IOException {
    while (readLine()) {
      number++;
      if (length > JsonRows.ORDER_BYTES_MAX) {
        return new Numbered(number, JsonRows.tooLong());
      }
      int start = number == 1 && startsWithMark() ? 3 : 0;
      if (!isBlank(start)) {
        return new Numbered(number, json.one(line, start, length - start));
      }
    }
    return null;
  }

  /** Reads up to the next line end; what is beyond the limit is counted and dropped. */
  private boolean readLine() throws IOException {
    length = 0;
    boolean any = false;
    while (from < until || fill()) {
      any = true;
      int end = from;
      while (end < until && block[end] != '\n') {
        end++;
      }
      keep(end - from);
      from = end;
      if (end < until) {
        from++;
        return true;
      }
    }
    return any;
  }

  private boolean fill() throws IOException {
    from = 0;
    until = Math.max(0, stream.read(block, 0, block.length));
    return until > 0;
  }

  private void keep(int bytes) {
    int kept = Math.min(bytes, JsonRows.ORDER_BYTES_MAX + 1 - length);
    if (kept > 0) {
      if (length + kept > line.length) {
        line = Arrays.copyOf(line, Math.max(line.length * 2, length + kept));
      }
      System.arraycopy(block, from, line, length, kept);
      length += kept;
    }
  }

  private boolean startsWithMark() {
    return length >= 3
        && line[0] == (byte) 0xEF
        && line[1] == (byte) 0xBB
        && line[2] == (byte) 0xBF;
  }

  private boolean isBlank(int start) {
    for (int i = start; i < length; i++) {
      if (line[i] > ' ' || line[i] < 0) {
        return false;
      }
    }
    return true;
  }

  @Override
  public long bytesRead() {
    return stream.count();
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}
