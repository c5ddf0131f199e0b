package dev.duodang.cli.settle;

import dev.duodang.pricing.money.Exact;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A growing array of bytes: text in UTF-8 for output, and values in binary form for the log. */
public final class ByteWriter {

  private byte[] bytes = new byte[1 << 12];
  private int length;

  public int length() {
    return length;
  }

  public void clear() {
    length = 0;
  }

  void writeTo(OutputStream out) throws IOException {
    out.write(bytes, 0, length);
  }

  /** Appends a part of another writer's bytes. */
  void append(ByteWriter other, int from, int until) {
    room(until - from);
    System.arraycopy(other.bytes, from, bytes, length, until - from);
    length += until - from;
  }

  private void room(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
    }
  }

  void bytes(byte[] more) {
    room(more.length);
    System.arraycopy(more, 0, bytes, length, more.length);
    length += more.length;
  }

  /** A view of what was written, good until the next write. */
  ByteBuffer wrapped() {
    return ByteBuffer.wrap(bytes, 0, length);
  }

  /** Copies a part of what was written into other bytes. */
  public void copy(int from, byte[] into, int at, int count) {
    System.arraycopy(bytes, from, into, at, count);
  }

  public void put(int value) {
    room(1);
    bytes[length++] = (byte) value;
  }

  /** Text as UTF-8, without its length. */
  void text(String text) {
    int size = text.length();
    room(size * 3);
    for (int i = 0; i < size; i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        bytes[length++] = (byte) c;
      } else if (Character.isSurrogate(c)) {
        rest(text.substring(i));
        return;
      } else {
        wide(c);
      }
    }
  }

  private void wide(char c) {
    if (c < 0x800) {
      bytes[length++] = (byte) (0xC0 | (c >> 6));
    } else {
      bytes[length++] = (byte) (0xE0 | (c >> 12));
      bytes[length++] = (byte) (0x80 | ((c >> 6) & 0x3F));
    }
    bytes[length++] = (byte) (0x80 | (c & 0x3F));
  }

  private void rest(String text) {
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    room(encoded.length);
    System.arraycopy(encoded, 0, bytes, length, encoded.length);
    length += encoded.length;
  }

  /** A whole number in as few bytes as it needs. */
  public void number(long value) {
    room(10);
    long left = (value << 1) ^ (value >> 63);
    while ((left & ~0x7FL) != 0) {
      bytes[length++] = (byte) ((left & 0x7F) | 0x80);
      left >>>= 7;
    }
    bytes[length++] = (byte) left;
  }

  void fixed(long value) {
    room(8);
    for (int shift = 56; shift >= 0; shift -= 8) {
      bytes[length++] = (byte) (value >>> shift);
    }
  }

  /** Text with its length, or its absence. */
  public void string(@Nullable String text) {
    if (text == null) {
      number(-1);
      return;
    }
    int mark = length;
    room(5);
    length += 2;
    int start = length;
    text(text);
    int size = length - start;
    if (size < 0x2000) {
      bytes[mark] = (byte) (((size << 1) & 0x7F) | 0x80);
      bytes[mark + 1] = (byte) (size >> 6);
    } else {
      throw new IllegalArgumentException("a text of " + size + " bytes is too long to keep");
    }
  }

  /** The text of a value, or its absence. */
  public void stringOf(@Nullable Object value) {
    string(value == null ? null : value.toString());
  }

  public void exact(@Nullable Exact value) {
    string(value == null ? null : value.toString());
  }

  public void instant(@Nullable Instant at) {
    if (at == null) {
      put(0);
      return;
    }
    long seconds = at.getEpochSecond();
    int nanos = at.getNano();
    put(nanos == 0 ? 1 : 2);
    number(seconds);
    if (nanos != 0) {
      number(nanos);
    }
  }
}
