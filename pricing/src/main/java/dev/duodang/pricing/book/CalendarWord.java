package dev.duodang.pricing.book;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A word for some of the times of a calendar. */
public enum CalendarWord {
  /** A day that the calendar lists as a holiday. */
  HOLIDAY,
  /** A day of the week without hours that is no holiday, as most weekends are. */
  REST_DAY,
  /** Any day that nobody works. */
  DAY_OFF,
  /** A day that is worked, at any hour. */
  WORKING_DAY,
  /** The hours of a working day. */
  WORKING_HOURS,
  /** A working day outside of its hours. */
  AFTER_HOURS,
  /** Everything but working hours. */
  OFF_HOURS;

  /** Those that say most come first. */
  private static final List<CalendarWord> SHORTEST =
      List.of(OFF_HOURS, DAY_OFF, WORKING_DAY, HOLIDAY, REST_DAY, WORKING_HOURS, AFTER_HOURS);

  /** The times that the word stands for. */
  public Set<WorkingTime> times() {
    return switch (this) {
      case HOLIDAY -> Set.of(WorkingTime.HOLIDAY);
      case REST_DAY -> Set.of(WorkingTime.REST_DAY);
      case DAY_OFF -> Set.of(WorkingTime.HOLIDAY, WorkingTime.REST_DAY);
      case WORKING_DAY -> Set.of(WorkingTime.WORKING_HOURS, WorkingTime.AFTER_HOURS);
      case WORKING_HOURS -> Set.of(WorkingTime.WORKING_HOURS);
      case AFTER_HOURS -> Set.of(WorkingTime.AFTER_HOURS);
      case OFF_HOURS -> Set.of(WorkingTime.AFTER_HOURS, WorkingTime.REST_DAY, WorkingTime.HOLIDAY);
    };
  }

  /** As few words as say some times, none of which says a time twice. */
  public static List<CalendarWord> of(Set<WorkingTime> times) {
    Set<WorkingTime> left = EnumSet.copyOf(times);
    List<CalendarWord> words = new ArrayList<>();
    for (CalendarWord word : SHORTEST) {
      if (left.containsAll(word.times())) {
        words.add(word);
        left.removeAll(word.times());
      }
    }
    return words;
  }
}
