package dev.duodang.bench.match;

import dev.duodang.pricing.book.PriceBook;
import dev.duodang.pricing.rating.CompiledBook;
import dev.duodang.pricing.region.GbT2260;
import java.lang.ref.Reference;
import java.util.Arrays;

/**
 * What it takes to compile a book of 10,000 tiers, and to keep it.
 *
 * @param keptMebibytes beside the book itself
 */
public record CompileCost(
    double firstMilliseconds, double medianMilliseconds, double keptMebibytes) {

  private static final int ROUNDS = 9;

  /** A program of its own, so that nothing else lies in its memory; prints the three figures. */
  public static void main(String[] arguments) {
    PriceBook book = RuleSet.of(10_000).book();
    CompiledBook[] kept = new CompiledBook[ROUNDS];
    double[] milliseconds = new double[ROUNDS];
    double mebibytes;
    try {
      long before = used();
      for (int i = 0; i < ROUNDS; i++) {
        long start = System.nanoTime();
        kept[i] = CompiledBook.of(book, GbT2260.tree());
        milliseconds[i] = (System.nanoTime() - start) / 1e6;
      }
      mebibytes = (used() - before) / (double) (1 << 20) / ROUNDS;
    } finally {
      Reference.reachabilityFence(kept);
    }
    double first = milliseconds[0];
    Arrays.sort(milliseconds);
    System.out.println(first + " " + milliseconds[ROUNDS / 2] + " " + mebibytes);
  }

  /** Reads what {@link #main} printed. */
  public static CompileCost parse(String printed) {
    String[] figures = printed.strip().split(" ", -1);
    return new CompileCost(
        Double.parseDouble(figures[0]),
        Double.parseDouble(figures[1]),
        Double.parseDouble(figures[2]));
  }

  private static long used() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
