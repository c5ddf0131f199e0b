package dev.duodang.cli.settle;

import dev.duodang.pricing.money.Exact;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads back what a {@link ByteWriter} wrote in binary form. */
final class ByteReader {

  private final byte[] bytes;
  private int at;

  ByteReader(byte[] bytes) {
    this.bytes = bytes;
  }

  int take() {
    return bytes[at++] & 0xFF;
  }

  long number() {
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

  int whole() {
    return Math.toIntExact(number());
  }

  long fixed() {
    long value = 0;
    for (int i = 0; i < 8; i++) {
      value = (value << 8) | take();
    }
    return value;
  }

  @Nullable String string() {
    int size = whole();
    if (size < 0) {
      return null;
    }
    String text = new String(bytes, at, size, StandardCharsets.UTF_8);
    at += size;
    return text;
  }

  <T> @Nullable T value(Function<String, T> make) {
    String text = string();
    return text == null ? null : make.apply(text);
  }

  /** A value that was not absent when it was written. */
  <T> T needed(Function<String, T> make) {
    String text = string();
    if (text == null) {
      throw new IllegalStateException("the log is damaged: a value is missing at byte " + at);
    }
    return make.apply(text);
  }

  @Nullable Exact exact() {
    return value(Exact::parse);
  }

  @Nullable Instant instant() {
    int form = take();
    if (form == 0) {
      return null;
    }
    long seconds = number();
    return Instant.ofEpochSecond(seconds, form == 2 ? number() : 0);
  }
}
