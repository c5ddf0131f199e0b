package dev.duodang.pricing.book;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a tier promises the customer, counted around the clock from the order's creation.
 *
 * @param respondWithin until the order is accepted; null for no promise
 * @param finishWithin until it is completed; null for no promise
 */
public record Promise(@Nullable Duration respondWithin, @Nullable Duration finishWithin) {

  public Promise {
    if (respondWithin == null && finishWithin == null) {
      throw new IllegalArgumentException("a promise needs respond, finish or both");
    }
    checkPositive(respondWithin);
    checkPositive(finishWithin);
  }

  private static void checkPositive(@Nullable Duration duration) {
    if (duration != null && (duration.isNegative() || duration.isZero())) {
      throw new IllegalArgumentException("promise " + duration + " must be longer than nothing");
    }
  }
}
