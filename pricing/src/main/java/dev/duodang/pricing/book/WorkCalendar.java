package dev.duodang.pricing.book;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When people work, by the clock of the book's zone: the hours of the week, holidays on which they
 * do not, and days that are worked though the week says otherwise, as 调休 asks. A day of a year that
 * the lists say nothing of is an ordinary day of its week.
 *
 * @param name as people read it, such as 客服工作时间
 * @param week at least one; no weekday twice
 * @param workingDays days that have the hours of the first of {@code week} whatever their weekday
 */
public record WorkCalendar(
    CalendarId id,
    String name,
    List<WorkDays> week,
    List<Holiday> holidays,
    List<DayRun> workingDays) {

  /** How far ahead {@link #due} looks: some 55 years. */
  private static final int DAYS_AHEAD_MAX = 20_000;

  public WorkCalendar {
    week = List.copyOf(week);
    holidays = List.copyOf(holidays);
    workingDays = List.copyOf(workingDays);
    if (week.isEmpty()) {
      throw new IllegalArgumentException("calendar \"" + id + "\" has no working hours");
    }
    Set<DayOfWeek> seen = EnumSet.noneOf(DayOfWeek.class);
    for (DayOfWeek day : week.stream().flatMap(days -> days.weekdays().stream()).toList()) {
      if (!seen.add(day)) {
        throw new IllegalArgumentException(
            "calendar \"" + id + "\" has hours for " + day + " twice");
      }
    }
    checkDays(id, holidays, workingDays);
  }

  private static void checkDays(CalendarId id, List<Holiday> holidays, List<DayRun> workingDays) {
    Set<String> names = new HashSet<>();
    Set<LocalDate> seen = new HashSet<>();
    for (Holiday holiday : holidays) {
      if (!names.add(holiday.name())) {
        throw new IllegalArgumentException(
            "calendar \"" + id + "\" has holiday \"" + holiday.name() + "\" twice");
      }
    }
    Stream.concat(holidays.stream().flatMap(one -> one.runs().stream()), workingDays.stream())
        .flatMap(DayRun::days)
        .forEach(
            day -> {
              if (!seen.add(day)) {
                throw new IllegalArgumentException(
                    "calendar \"" + id + "\" lists " + day + " twice");
              }
            });
  }

  /** What a local moment is. */
  public WorkingTime at(LocalDateTime moment) {
    LocalDate day = moment.toLocalDate();
    if (isHoliday(day)) {
      return WorkingTime.HOLIDAY;
    }
    List<WorkSpan> hours = hoursOn(day);
    if (hours.isEmpty()) {
      return WorkingTime.REST_DAY;
    }
    for (WorkSpan span : hours) {
      if (span.contains(moment.toLocalTime())) {
        return WorkingTime.WORKING_HOURS;
      }
    }
    return WorkingTime.AFTER_HOURS;
  }

  public boolean isHoliday(LocalDate day) {
    for (Holiday holiday : holidays) {
      if (contains(holiday.runs(), day)) {
        return true;
      }
    }
    return false;
  }

  private static boolean contains(List<DayRun> runs, LocalDate day) {
    for (DayRun run : runs) {
      if (run.contains(day)) {
        return true;
      }
    }
    return false;
  }

  /** The hours of a day, in their order; none where nobody works. */
  public List<WorkSpan> hoursOn(LocalDate day) {
    if (contains(workingDays, day)) {
      return week.getFirst().hours();
    }
    if (!isHoliday(day)) {
      for (WorkDays days : week) {
        if (days.weekdays().contains(day.getDayOfWeek())) {
          return days.hours();
        }
      }
    }
    return List.of();
  }

  /** The days that are holidays, or worked whatever their weekday. */
  public SortedSet<LocalDate> listedDays() {
    return Stream.concat(
            holidays.stream().flatMap(one -> one.runs().stream()), workingDays.stream())
        .flatMap(DayRun::days)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * The years of which the calendar lists days; none where it lists none at all, since then every
   * year is as its weeks are.
   */
  public SortedSet<Integer> knownYears() {
    return listedDays().stream()
        .map(LocalDate::getYear)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** How much working time lies between two instants; nothing where the second is not later. */
  public Duration worked(Instant from, Instant until, ZoneId zone) {
    Duration worked = Duration.ZERO;
    LocalDate last = LocalDate.ofInstant(until, zone);
    for (LocalDate day = LocalDate.ofInstant(from, zone);
        !day.isAfter(last);
        day = day.plusDays(1)) {
      for (WorkSpan span : hoursOn(day)) {
        Instant start = later(start(day, span, zone), from);
        Instant end = end(day, span, zone);
        end = end.isAfter(until) ? until : end;
        worked = start.isBefore(end) ? worked.plus(Duration.between(start, end)) : worked;
      }
    }
    return worked;
  }

  /**
   * The last instant up to which no more than so much working time has passed: 2 hours of a day
   * that ends at 18:00, from 17:00 on, last until 10:00 on a next day that begins at 09:00. Where
   * they are used up as a day ends, the next day's beginning.
   *
   * @return null where that is more than 20,000 days ahead
   */
  public @Nullable Instant due(Instant from, Duration within, ZoneId zone) {
    Duration left = within;
    LocalDate day = LocalDate.ofInstant(from, zone);
    for (int i = 0; i < DAYS_AHEAD_MAX; i++, day = day.plusDays(1)) {
      for (WorkSpan span : hoursOn(day)) {
        Instant start = later(start(day, span, zone), from);
        Instant end = end(day, span, zone);
        if (start.isBefore(end)) {
          Duration length = Duration.between(start, end);
          if (length.compareTo(left) > 0) {
            return start.plus(left);
          }
          left = left.minus(length);
        }
      }
    }
    return null;
  }

  private static Instant start(LocalDate day, WorkSpan span, ZoneId zone) {
    return day.atTime(span.from()).atZone(zone).toInstant();
  }

  private static Instant end(LocalDate day, WorkSpan span, ZoneId zone) {
    LocalDate of = span.isToMidnight() ? day.plusDays(1) : day;
    return of.atTime(span.until()).atZone(zone).toInstant();
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }
}
