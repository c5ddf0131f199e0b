package dev.duodang.pricing.book;

import java.time.LocalTime;

/**
 * Hours of one day, {@code [from, until)}: 09:00-12:00.
 *
 * @param until midnight for the end of the day
 */
public record WorkSpan(LocalTime from, LocalTime until) {

  public WorkSpan {
    if (!until.equals(LocalTime.MIDNIGHT) && !from.isBefore(until)) {
      throw new IllegalArgumentException(
          "hours from "
              + from
              + " to "
              + until
              + " do not end after they begin; what goes past midnight is written for each of the"
              + " two days, as 22:00-24:00 and 00:00-06:00");
    }
  }

  boolean contains(LocalTime time) {
    return !time.isBefore(from) && (isToMidnight() || time.isBefore(until));
  }

  /** Whether the hours go on to the end of the day. */
  public boolean isToMidnight() {
    return until.equals(LocalTime.MIDNIGHT);
  }
}
