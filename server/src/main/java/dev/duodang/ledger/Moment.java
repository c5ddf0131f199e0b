package dev.duodang.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A past moment to ask a balance for, by both times that an entry has.
 *
 * @param on the last day that counts of those that entries belong to
 * @param known the last instant that counts of those at which entries were posted
 */
record Moment(LocalDate on, Instant known, ZoneId zone) {

  /**
   * The database keeps microseconds: what is posted after one is posted in the next at the
   * earliest.
   */
  private static final long NANOS_OF_A_TICK = 1_000;

  /** The day in which {@code known} lies; the next one if it is the end of a day. */
  LocalDate knownDay() {
    return known.plusNanos(NANOS_OF_A_TICK).atZone(zone).toLocalDate();
  }

  Instant startOfKnownDay() {
    return knownDay().atStartOfDay(zone).toInstant();
  }

  /** Whether entries of the known day count beside the sums of the days before. */
  boolean isWithinDay() {
    return !known.isBefore(startOfKnownDay());
  }
}
