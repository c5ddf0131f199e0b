package dev.duodang.pricing.book;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;

/** Days one after the other, the first and the last among them: 2026-10-01..2026-10-07. */
public record DayRun(LocalDate first, LocalDate last) {

  private static final int DAYS_MAX = 366;

  public DayRun {
    if (last.isBefore(first)) {
      throw new IllegalArgumentException(first + ".." + last + " ends before it begins");
    }
    if (ChronoUnit.DAYS.between(first, last) >= DAYS_MAX) {
      throw new IllegalArgumentException(
          first + ".." + last + " is longer than " + DAYS_MAX + " days");
    }
  }

  public boolean contains(LocalDate day) {
    return !day.isBefore(first) && !day.isAfter(last);
  }

  public Stream<LocalDate> days() {
    return first.datesUntil(last.plusDays(1));
  }

  @Override
  public String toString() {
    return first.equals(last) ? first.toString() : first + ".." + last;
  }
}
