package dev.duodang.intake;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Counts the bytes that pass, and shows the first ones before they are read. */
final class CountedStream extends FilterInputStream {

  private long count;

  CountedStream(InputStream in) {
    super(new BufferedInputStream(in, 1 << 16));
  }

  long count() {
    return count;
  }

  /** The first bytes as text, each byte a character; they stay to be read. */
  String peek(int length) throws IOException {
    in.mark(length + 1);
    byte[] start = in.readNBytes(length);
    in.reset();
    return new String(start, StandardCharsets.ISO_8859_1);
  }

  @Override
  public int read() throws IOException {
    int value = in.read();
    count += value < 0 ? 0 : 1;
    return value;
  }

  @Override
  public int read(byte[] buffer, int from, int length) throws IOException {
    int read = in.read(buffer, from, length);
    count += Math.max(0, read);
    return read;
  }
}
