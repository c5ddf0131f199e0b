package dev.duodang.pricing.book;

import dev.duodang.pricing.order.MeasureName;
import dev.duodang.pricing.order.Times;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a tier promises the customer.
 *
 * @param respondWithin how long until somebody responds; null for no promise
 * @param finishWithin how long until the work is finished; null for no promise
 * @param calendar whose working time counts; null for all time, around the clock
 * @param starts the event that starts the clock
 * @param responds the event that is a response
 * @param finishes the event that finishes the work
 * @param pausedSeconds the declared measure that says for how many seconds of the calendar the
 *     clock of finishing stood still; null for no pauses
 */
public record Promise(
    @Nullable Duration respondWithin,
    @Nullable Duration finishWithin,
    @Nullable CalendarId calendar,
    Times.Event starts,
    Times.Event responds,
    Times.Event finishes,
    @Nullable MeasureName pausedSeconds) {

  private static final Duration LONGEST = Duration.ofDays(3660);

  public Promise {
    if (respondWithin == null && finishWithin == null) {
      throw new IllegalArgumentException("a promise needs respond, finish or both");
    }
    check(respondWithin, starts, responds);
    check(finishWithin, starts, finishes);
    if (pausedSeconds != null && finishWithin == null) {
      throw new IllegalArgumentException("pausedSeconds is of finish, which is not promised");
    }
  }

  /** A promise around the clock from the order's creation until it is accepted and completed. */
  public Promise(@Nullable Duration respondWithin, @Nullable Duration finishWithin) {
    this(
        respondWithin,
        finishWithin,
        null,
        Times.Event.CREATED,
        Times.Event.ACCEPTED,
        Times.Event.COMPLETED,
        null);
  }

  private static void check(@Nullable Duration within, Times.Event starts, Times.Event stops) {
    if (within == null) {
      return;
    }
    if (within.isNegative() || within.isZero() || within.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "promise " + within + " must be longer than nothing and at most 3660 days");
    }
    if (starts.compareTo(stops) >= 0) {
      throw new IllegalArgumentException(
          "the clock stops when the order is "
              + word(stops)
              + " and cannot start when it is "
              + word(starts));
    }
  }

  private static String word(Times.Event event) {
    return event.name().toLowerCase(Locale.ROOT);
  }

  /** What of a promise is asked for. */
  public enum Part {
    /** All that is promised. */
    WHOLE,
    RESPOND,
    FINISH
  }

  /** How a promise came out. */
  public enum State {
    KEPT,
    BROKEN
  }
}
