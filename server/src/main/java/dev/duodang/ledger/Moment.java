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

  /** The day in which {@code known} lies. */
  LocalDate knownDay() {
    return known.atZone(zone).toLocalDate();
  }

  Instant startOfKnownDay() {
    return knownDay().atStartOfDay(zone).toInstant();
  }
}
