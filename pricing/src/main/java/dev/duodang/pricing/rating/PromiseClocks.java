package dev.duodang.pricing.rating;

import dev.duodang.pricing.book.PriceBook;
import dev.duodang.pricing.book.Promise;
import dev.duodang.pricing.book.WorkCalendar;
import dev.duodang.pricing.money.Exact;
import dev.duodang.pricing.order.OrderStatus;
import dev.duodang.pricing.order.Times;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Reads the clocks of a promise for one order. */
final class PromiseClocks {

  private static final int MICROS = 6;

  private final Promise promise;
  private final Subject subject;
  private final @Nullable WorkCalendar calendar;
  private final ZoneId zone;

  private PromiseClocks(PriceBook book, Promise promise, Subject subject) {
    this.promise = promise;
    this.subject = subject;
    this.calendar = promise.calendar() == null ? null : book.calendar(promise.calendar());
    this.zone = book.zone();
  }

  /**
   * What came of a promise.
   *
   * @param subject the item whose tier promises
   */
  static Promised of(PriceBook book, Promise promise, Subject subject) {
    PromiseClocks clocks = new PromiseClocks(book, promise, subject);
    OrderStatus status = subject.order().status();
    return new Promised(
        promise,
        clocks.clock(promise.respondWithin(), promise.responds(), Duration.ZERO),
        clocks.clock(promise.finishWithin(), promise.finishes(), clocks.paused()),
        status == OrderStatus.COMPLETED || status == OrderStatus.VERIFIED);
  }

  private Promised.@Nullable Clock clock(
      @Nullable Duration within, Times.Event stops, Duration paused) {
    if (within == null) {
      return null;
    }
    Times times = subject.order().times();
    Instant start = times.at(promise.starts());
    Instant stop = times.at(stops);
    if (start == null) {
      return new Promised.Clock(within, null, null);
    }
    Duration took = stop == null ? null : longer(worked(start, stop).minus(paused), Duration.ZERO);
    return new Promised.Clock(within, due(start, within.plus(paused)), took);
  }

  private Duration worked(Instant from, Instant until) {
    return calendar == null
        ? longer(Duration.between(from, until), Duration.ZERO)
        : calendar.worked(from, until, zone);
  }

  private @Nullable Instant due(Instant from, Duration within) {
    return calendar == null ? from.plus(within) : calendar.due(from, within, zone);
  }

  private static Duration longer(Duration a, Duration b) {
    return a.compareTo(b) >= 0 ? a : b;
  }

  /** A measure is at most 1,000,000,000,000, so that its millionths fit. */
  private Duration paused() {
    Exact seconds =
        promise.pausedSeconds() == null ? null : subject.measure(promise.pausedSeconds());
    return seconds == null
        ? Duration.ZERO
        : Duration.of(seconds.toUnits(MICROS, RoundingMode.DOWN), ChronoUnit.MICROS);
  }
}
