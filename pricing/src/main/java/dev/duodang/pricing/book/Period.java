package dev.duodang.pricing.book;

import java.time.LocalDate;

/** A length of time by the calendar of a book's zone, half-open: a month ends before the next. */
public enum Period {
  DAY,
  MONTH,
  QUARTER,
  YEAR;

  /**
   * The first day of the period that a day lies in: {@code QUARTER} of 2026-11-20 is 2026-10-01.
   */
  public LocalDate startOf(LocalDate day) {
    return switch (this) {
      case DAY -> day;
      case MONTH -> day.withDayOfMonth(1);
      case QUARTER -> day.withDayOfMonth(1).withMonth((day.getMonthValue() - 1) / 3 * 3 + 1);
      case YEAR -> day.withDayOfYear(1);
    };
  }

  /** The day after the last of the period that begins on a day. */
  public LocalDate endOf(LocalDate start) {
    return switch (this) {
      case DAY -> start.plusDays(1);
      case MONTH -> start.plusMonths(1);
      case QUARTER -> start.plusMonths(3);
      case YEAR -> start.plusYears(1);
    };
  }
}
