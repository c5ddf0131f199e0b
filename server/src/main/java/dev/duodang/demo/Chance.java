package dev.duodang.demo;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/** What is left to chance in the demo; the same seed gives the same again. */
final class Chance {

  private static final int ALL = 10_000;

  private final SplittableRandom random;

  Chance(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** True so many times in ten thousand. */
  boolean of(int inTenThousand) {
    return random.nextInt(ALL) < inTenThousand;
  }

  /** A whole number in {@code [from, until)}. */
  int between(int from, int until) {
    return random.nextInt(from, until);
  }

  /** A time in {@code [from, until)} minutes, to the second. */
  Duration minutes(int from, int until) {
    return Duration.ofSeconds(between(from * 60, until * 60));
  }

  <T> T one(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  /** The place of one of these weights, each as likely as it is heavy. */
  int weighted(int[] weights) {
    int sum = 0;
    for (int weight : weights) {
      sum += weight;
    }
    int left = random.nextInt(sum);
    int place = 0;
    while (left >= weights[place]) {
      left -= weights[place];
      place++;
    }
    return place;
  }
}
