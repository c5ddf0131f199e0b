package dev.duodang.cli.settle;

import dev.duodang.pricing.money.Exact;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads back what a {@link ByteWriter} wrote in binary form. */
public final class ByteReader {

  private final byte[] bytes;
  private int at;

  ByteReader(byte[] bytes) {
    this(bytes, 0);
  }

  /** Reads from a place within some bytes. */
  public ByteReader(byte[] bytes, int at) {
    this.bytes = bytes;
    this.at = at;
  }

  boolean isAtEnd() {
    return at == bytes.length;
  }

  public int take() {
    return bytes[at++] & 0xFF;
  }

  public long number() {
    long value = 0;
    int shift = 0;
    int part;
    do {
      part = take();
      value |= (long) (part & 0x7F) << shift;
      shift += 7;
    } while ((part & 0x80) != 0);
    return (value >>> 1) ^ -(value & 1);
  }

  public int whole() {
    return Math.toIntExact(number());
  }

  long fixed() {
    long value = 0;
    for (int i = 0; i < 8; i++) {
      value = (value << 8) | take();
    }
    return value;
  }

  public @Nullable String string() {
    int size = whole();
    if (size < 0) {
      return null;
    }
    String text = new String(bytes, at, size, StandardCharsets.UTF_8);
    at += size;
    return text;
  }

  /** Passes a text over, unread. */
  public void skipString() {
    int size = whole();
    at += Math.max(0, size);
  }

  public <T> @Nullable T value(Function<String, T> make) {
    String text = string();
    return text == null ? null : make.apply(text);
  }

  /** A value that was not absent when it was written. */
  public <T> T needed(Function<String, T> make) {
    String text = string();
    if (text == null) {
      throw new IllegalStateException("the log is damaged: a value is missing at byte " + at);
    }
    return make.apply(text);
  }

  public @Nullable Exact exact() {
    return value(Exact::parse);
  }

  public @Nullable Instant instant() {
    int form = take();
    if (form == 0) {
      return null;
    }
    long seconds = number();
    return Instant.ofEpochSecond(seconds, form == 2 ? number() : 0);
  }
}
