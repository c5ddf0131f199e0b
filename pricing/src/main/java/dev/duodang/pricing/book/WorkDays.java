package dev.duodang.pricing.book;

import java.time.DayOfWeek;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Days of the week that work, and their hours.
 *
 * @param hours one after the other, without overlap
 */
public record WorkDays(Set<DayOfWeek> weekdays, List<WorkSpan> hours) {

  public WorkDays {
    weekdays = Set.copyOf(weekdays);
    hours = hours.stream().sorted(Comparator.comparing(WorkSpan::from)).toList();
    if (weekdays.isEmpty() || hours.isEmpty()) {
      throw new IllegalArgumentException("working days need at least one weekday and its hours");
    }
    for (int i = 1; i < hours.size(); i++) {
      WorkSpan before = hours.get(i - 1);
      if (before.isToMidnight() || hours.get(i).from().isBefore(before.until())) {
        throw new IllegalArgumentException(
            "hours that begin at "
                + before.from()
                + " and at "
                + hours.get(i).from()
                + " overlap; write them as one");
      }
    }
  }
}
