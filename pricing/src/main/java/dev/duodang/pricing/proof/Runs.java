package dev.duodang.pricing.proof;

import java.util.ArrayList;
import java.util.List;

/** Neighbouring parts that come together. */
final class Runs {

  private Runs() {}

  /** The first and last part of each run of neighbours. */
  static List<int[]> of(Parts parts, int size) {
    List<int[]> runs = new ArrayList<>();
    int part = 0;
    while (part < size) {
      if (parts.has(part)) {
        int last = part;
        while (last + 1 < size && parts.has(last + 1)) {
          last++;
        }
        runs.add(new int[] {part, last});
        part = last;
      }
      part++;
    }
    return runs;
  }
}
