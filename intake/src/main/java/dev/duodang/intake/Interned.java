package dev.duodang.intake;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Values made from texts that come again and again, such as customer classes: each is made once and
 * found by its characters, so that a repeated cell makes no garbage. Forgets everything when full.
 */
final class Interned<T> {

  private static final int SLOTS = 1 << 14;
  private static final int ENTRIES_MAX = SLOTS / 2;

  private final Function<String, T> make;
  private @Nullable String[] texts = new @Nullable String[SLOTS];
  private @Nullable Object[] values = new @Nullable Object[SLOTS];
  private int size;

  Interned(Function<String, T> make) {
    this.make = make;
  }

  /**
   * The value of a text.
   *
   * @throws IllegalArgumentException when no value can be made of it
   */
  @SuppressWarnings("unchecked")
  T get(char[] buffer, int from, int length) {
    int slot = hash(buffer, from, length) & (SLOTS - 1);
    while (true) {
      String text = texts[slot];
      if (text == null) {
        return add(slot, new String(buffer, from, length));
      }
      if (equal(text, buffer, from, length)) {
        return (T) java.util.Objects.requireNonNull(values[slot]);
      }
      slot = (slot + 1) & (SLOTS - 1);
    }
  }

  private T add(int slot, String text) {
    T value = make.apply(text);
    if (size == ENTRIES_MAX) {
      texts = new @Nullable String[SLOTS];
      values = new @Nullable Object[SLOTS];
      size = 0;
      return value;
    }
    texts[slot] = text;
    values[slot] = value;
    size++;
    return value;
  }

  private static int hash(char[] buffer, int from, int length) {
    int hash = length;
    for (int i = from; i < from + length; i++) {
      hash = hash * 31 + buffer[i];
    }
    return hash ^ (hash >>> 15);
  }

  private static boolean equal(String text, char[] buffer, int from, int length) {
    if (text.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (text.charAt(i) != buffer[from + i]) {
        return false;
      }
    }
    return true;
  }
}
