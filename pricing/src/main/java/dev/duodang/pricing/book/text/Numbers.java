package dev.duodang.pricing.book.text;

import dev.duodang.pricing.book.NumberFact;
import dev.duodang.pricing.money.Exact;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Writes numbers, distances and durations. */
final class Numbers {

  private static final Exact METRES_PER_KILOMETRE = Exact.of(1000);
  private static final Exact HUNDRED_METRES = Exact.of(100);
  private static final Exact KILOMETRES_PER_METRE = Exact.of(1, 3);
  private static final int SECONDS_PER_HOUR = 3600;
  private static final int SECONDS_PER_MINUTE = 60;

  private Numbers() {}

  /** The number as it was given, {@code 100.00}. */
  static Written.Plain of(Exact value) {
    String text = value.toString();
    if (text.indexOf('/') >= 0) {
      throw new IllegalArgumentException(text + " has decimals without end and cannot be written");
    }
    return new Written.Plain(text);
  }

  /** As {@link #of(Exact)}; null, or its default, stays away. */
  static Written.@Nullable Plain orNull(@Nullable Exact value, @Nullable Exact usual) {
    return value == null || value.equals(usual) ? null : of(value);
  }

  /** A bound in the unit in which people write the fact. */
  static Written.Plain of(NumberFact number, Exact value) {
    return switch (number) {
      case NumberFact.Standard standard ->
          switch (standard) {
            case QUANTITY -> of(value);
            case DISTANCE_METRES -> metres(value);
            case DURATION_SECONDS -> seconds(value);
          };
      case NumberFact.Measured _, NumberFact.Attribute _ -> of(value);
    };
  }

  /** {@code 12.4 km}, or {@code 450 m} where kilometres would need more than one decimal. */
  static Written.Plain metres(Exact metres) {
    boolean far =
        metres.compareTo(METRES_PER_KILOMETRE) >= 0 && metres.dividedBy(HUNDRED_METRES).isInteger();
    return far || metres.signum() == 0
        ? new Written.Plain(metres.times(KILOMETRES_PER_METRE).toShortString() + " km")
        : new Written.Plain(metres.toShortString() + " m");
  }

  /** The longest unit up to hours that holds it in whole: {@code 2 h}. */
  private static Written.Plain seconds(Exact seconds) {
    return seconds.isInteger()
        ? duration(Duration.ofSeconds(seconds.toUnits(0, RoundingMode.UNNECESSARY)))
        : new Written.Plain(seconds.toShortString() + " s");
  }

  static Written.Plain duration(Duration duration) {
    if (!duration.equals(duration.truncatedTo(ChronoUnit.SECONDS))) {
      throw new IllegalArgumentException(duration + " is not in whole seconds");
    }
    long seconds = duration.toSeconds();
    if (seconds % SECONDS_PER_HOUR == 0) {
      return new Written.Plain(seconds / SECONDS_PER_HOUR + " h");
    }
    return new Written.Plain(
        seconds % SECONDS_PER_MINUTE == 0 ? seconds / SECONDS_PER_MINUTE + " min" : seconds + " s");
  }
}
