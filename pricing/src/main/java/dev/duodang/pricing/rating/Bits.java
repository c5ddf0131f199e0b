package dev.duodang.pricing.rating;

/**
 * A set of rows as a bitmap with a summary in front: bit {@code w} of the summary says that word
 * {@code w} of the set is not empty, so that an intersection touches only words that can matter.
 */
final class Bits {

  private Bits() {}

  static int words(int rows) {
    return (rows + 63) >>> 6;
  }

  static int summaryWords(int rows) {
    return (words(rows) + 63) >>> 6;
  }

  static long[] empty(int rows) {
    return new long[summaryWords(rows) + words(rows)];
  }

  static void set(long[] bits, int rows, int row) {
    bits[summaryWords(rows) + (row >>> 6)] |= 1L << row;
  }

  static boolean get(long[] bits, int rows, int row) {
    return (bits[summaryWords(rows) + (row >>> 6)] & (1L << row)) != 0;
  }

  /** Writes the summary once the set is final. */
  static void summarise(long[] bits, int rows) {
    int summary = summaryWords(rows);
    for (int word = 0; word < words(rows); word++) {
      if (bits[summary + word] != 0) {
        bits[word >>> 6] |= 1L << word;
      }
    }
  }
}
