package dev.duodang.bench;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** The middle of several rounds, with the smallest and the largest. */
record Sample(double least, double median, double most) {

  static <T> Sample of(List<T> rounds, ToDoubleFunction<T> figure) {
    double[] sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
    if (sorted.length == 0) {
      throw new IllegalArgumentException("a sample needs at least one round");
    }
    int middle = sorted.length / 2;
    double median =
        sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    return new Sample(sorted[0], median, sorted[sorted.length - 1]);
  }

  /** {@code 3.21 (3.05–3.40)} with the wanted number of decimals. */
  String show(int decimals) {
    String format = "%,." + decimals + "f";
    return (format + " (" + format + "–" + format + ")").formatted(median, least, most);
  }
}
