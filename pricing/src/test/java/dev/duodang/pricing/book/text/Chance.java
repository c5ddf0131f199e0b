package dev.duodang.pricing.book.text;

import dev.duodang.pricing.money.Exact;
import dev.duodang.pricing.order.AttributeName;
import dev.duodang.pricing.order.MeasureName;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;

/** Seeded choices, and the texts and numbers that books are made of. */
final class Chance {

  private static final List<String> PIECES =
      List.of(
          "上门",
          "维修",
          "A",
          "b",
          "7",
          "0x1F",
          "true",
          "no",
          "null",
          "~",
          "-",
          "- ",
          ": ",
          ":",
          " #",
          "#",
          "\"",
          "'",
          "\\",
          "{",
          "}",
          "[",
          "]",
          ",",
          "&x",
          "*x",
          "!tag",
          "|",
          ">",
          "%",
          "@",
          "`",
          "=",
          "<<",
          "?",
          " ",
          "é",
          "😀",
          "𠮷",
          "\u00a0",
          "·",
          "/",
          "→",
          "1e5",
          "1_000",
          "12:30",
          "2026-01-01",
          ".5",
          "+1",
          "\\n",
          "${x}");

  private final Random random;

  Chance(long seed) {
    this.random = new Random(seed);
  }

  Random random() {
    return random;
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  /** True once in so many times. */
  boolean odds(int once) {
    return random.nextInt(once) == 0;
  }

  <T> T pick(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  <T> T pick(T[] values) {
    return pick(Arrays.asList(values));
  }

  <T> List<T> some(int most, IntFunction<T> make) {
    List<T> values = new ArrayList<>();
    int count = random.nextInt(most + 1);
    for (int i = 0; i < count; i++) {
      values.add(make.apply(i));
    }
    return values;
  }

  /** A text that somebody might give a thing, or that breaks a careless writer. */
  String name() {
    StringBuilder name = new StringBuilder();
    int pieces = 1 + random.nextInt(5);
    for (int i = 0; i < pieces; i++) {
      name.append(pick(PIECES));
    }
    return name.toString().isBlank() ? "x" + name : name.toString();
  }

  String id(String what, int number) {
    return pick(List.of("", "on.", "0", "档位", "no-", "1e")) + what + number;
  }

  MeasureName measure(int number) {
    return MeasureName.of(number + name());
  }

  AttributeName attribute(int number) {
    return AttributeName.of("a" + number + name());
  }

  LocalDate day() {
    return LocalDate.of(2024, 1, 1).plusDays(random.nextInt(1500));
  }

  /** An amount of at least 0 with up to four decimals. */
  Exact amount() {
    return Exact.of(random.nextInt(1_000_000), random.nextInt(5));
  }

  /** As {@link #amount()}, above 0. */
  Exact positive() {
    return Exact.of(1 + random.nextInt(1_000_000), random.nextInt(5));
  }

  /** Whole metres or seconds, or with a few decimals. */
  Exact measured() {
    return odds(3) ? Exact.of(random.nextInt(100_000), 3) : Exact.of(random.nextInt(90) * 100L);
  }
}
