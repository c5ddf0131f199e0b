package dev.duodang.intake;

import java.util.function.Function;

/**
 * Values by their text, so that a word that a column repeats is made and checked once. Keeps at
 * most as many as fit; of two words that want the same place the later one takes it.
 */
final class Interned<T> {

  private static final int PLACES = 1 << 12;

  /** Longer texts hardly repeat. */
  private static final int LENGTH_MAX = 64;

  private final Function<String, T> make;
  private final String[] texts = new String[PLACES];
  private final Object[] values = new Object[PLACES];

  Interned(Function<String, T> make) {
    this.make = make;
  }

  @SuppressWarnings("unchecked") // values are only what make returned
  T of(Chars cell) {
    if (cell.length() > LENGTH_MAX) {
      return make.apply(cell.toString());
    }
    int hash = cell.hash();
    int place = (hash ^ (hash >>> 12)) & (PLACES - 1);
    String known = texts[place];
    if (known != null && cell.contentEquals(known)) {
      return (T) values[place];
    }
    String text = cell.toString();
    T value = make.apply(text);
    texts[place] = text;
    values[place] = value;
    return value;
  }
}
