package dev.duodang.pricing.book;

/** What a moment is in a calendar; each is exactly one of these. */
public enum WorkingTime {
  /** A working day, inside its hours. */
  WORKING_HOURS,
  /** A working day, outside of its hours. */
  AFTER_HOURS,
  /** A day of the week without hours that is no holiday. */
  REST_DAY,
  /** A day that the calendar lists as a holiday. */
  HOLIDAY
}
