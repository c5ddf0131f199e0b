package dev.duodang.pricing.region;

import java.util.Arrays;

/** Some words, to be found at a place of a text without comparing each of them. */
final class WordSet {

  private static final int BUCKETS = 256;

  private final String[][] buckets = new String[BUCKETS][0];

  private WordSet() {}

  /** The words of a text, divided by single blanks. */
  static WordSet of(String words) {
    WordSet set = new WordSet();
    for (String word : words.split(" ", -1)) {
      int bucket = word.charAt(0) % BUCKETS;
      String[] before = set.buckets[bucket];
      set.buckets[bucket] = Arrays.copyOf(before, before.length + 1);
      set.buckets[bucket][before.length] = word;
    }
    return set;
  }

  /** The length of a word that stands at {@code at}, or 0. */
  int lengthAt(char[] text, int at) {
    if (at >= text.length) {
      return 0;
    }
    for (String word : buckets[text[at] % BUCKETS]) {
      if (startsWith(text, at, word)) {
        return word.length();
      }
    }
    return 0;
  }

  boolean isAt(char[] text, int at) {
    return lengthAt(text, at) > 0;
  }

  private static boolean startsWith(char[] text, int at, String word) {
    if (at + word.length() > text.length) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (text[at + i] != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
