package dev.duodang.pricing.book.text;

import java.util.Collection;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** Finds the word that somebody probably meant. */
public final class Nearest {

  private static final int LENGTH_MAX = 80;

  private Nearest() {}

  /** The candidate with the fewest letters to change, if those are at most a third; else null. */
  public static @Nullable String to(String word, Collection<String> candidates) {
    int changes = Math.max(1, word.length() / 3);
    if (word.length() > LENGTH_MAX) {
      return null;
    }
    return candidates.stream()
        .filter(candidate -> Math.abs(candidate.length() - word.length()) <= changes)
        .min(Comparator.comparingInt(candidate -> distance(word, candidate)))
        .filter(best -> distance(word, best) <= changes)
        .orElse(null);
  }

  private static int distance(String a, String b) {
    int[] previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] current = new int[b.length() + 1];
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change =
            Character.toLowerCase(a.charAt(i - 1)) == Character.toLowerCase(b.charAt(j - 1))
                ? 0
                : 1;
        current[j] = Math.min(previous[j - 1] + change, Math.min(previous[j], current[j - 1]) + 1);
      }
      previous = current;
    }
    return previous[b.length()];
  }
}
