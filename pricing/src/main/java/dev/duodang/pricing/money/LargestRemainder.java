package dev.duodang.pricing.money;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Splits a whole number by weights without losing or making a unit. */
final class LargestRemainder {

  private LargestRemainder() {}

  static List<Long> split(long total, List<Exact> weights) {
    boolean isWhole = weights.size() == 1 && weights.getFirst().signum() > 0;
    if (isWhole && total != Long.MIN_VALUE) {
      return List.of(total);
    }
    Exact sum = weights.stream().reduce(Exact.ZERO, Exact::plus);
    if (sum.signum() <= 0 || weights.stream().anyMatch(weight -> weight.signum() < 0)) {
      throw new IllegalArgumentException("shares " + weights + " must be positive in sum");
    }
    long sign = total < 0 ? -1 : 1;
    Exact magnitude = Exact.of(Math.absExact(total));
    List<Exact> ideal = weights.stream().map(w -> magnitude.times(w).dividedBy(sum)).toList();
    List<Long> parts = new ArrayList<>();
    List<Exact> remainders = new ArrayList<>();
    for (Exact share : ideal) {
      Exact whole = share.round(0, RoundingMode.DOWN);
      parts.add(whole.toUnits(0, RoundingMode.UNNECESSARY));
      remainders.add(share.minus(whole));
    }
    long left = Math.absExact(total) - parts.stream().mapToLong(Long::longValue).sum();
    IntStream.range(0, parts.size())
        .boxed()
        .sorted(Comparator.comparing(remainders::get, Comparator.reverseOrder()))
        .limit(left)
        .forEach(i -> parts.set(i, parts.get(i) + 1));
    parts.replaceAll(part -> part * sign);
    return List.copyOf(parts);
  }
}
