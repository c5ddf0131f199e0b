package dev.duodang.pricing.proof;

import dev.duodang.pricing.book.Condition;
import dev.duodang.pricing.book.WorkCalendar;
import dev.duodang.pricing.book.WorkSpan;
import dev.duodang.pricing.book.WorkingTime;
import dev.duodang.pricing.order.Times;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the time of an event is in a calendar of the book. */
final class CalendarAspect implements Aspect {

  private static final List<WorkingTime> TIMES = List.of(WorkingTime.values());

  private final Times.Event event;
  private final WorkCalendar calendar;
  private final SortedSet<LocalDate> listed;
  private final Parts all;

  CalendarAspect(Times.Event event, WorkCalendar calendar) {
    this.event = event;
    this.calendar = calendar;
    this.listed = calendar.listedDays();
    this.all = Parts.where(TIMES.size(), part -> isPossible(TIMES.get(part)));
  }

  Times.Event event() {
    return event;
  }

  /** The days that the calendar lists; all others are as their days of the week are. */
  SortedSet<LocalDate> listed() {
    return listed;
  }

  private boolean isPossible(WorkingTime time) {
    return switch (time) {
      case WORKING_HOURS -> true;
      case AFTER_HOURS -> calendar.week().stream().anyMatch(days -> !isWholeDay(days.hours()));
      case REST_DAY ->
          Arrays.stream(DayOfWeek.values())
              .anyMatch(
                  day -> calendar.week().stream().noneMatch(days -> days.weekdays().contains(day)));
      case HOLIDAY -> !calendar.holidays().isEmpty();
    };
  }

  private static boolean isWholeDay(List<WorkSpan> hours) {
    LocalTime reached = LocalTime.MIDNIGHT;
    for (WorkSpan span : hours) {
      if (!span.from().equals(reached)) {
        return false;
      }
      reached = span.until();
      if (span.isToMidnight()) {
        return true;
      }
    }
    return false;
  }

  /** The spans of a day that are such times. */
  List<Span> spans(Parts parts, LocalDate day) {
    List<Span> spans = new ArrayList<>();
    LocalDateTime reached = day.atStartOfDay();
    for (WorkSpan hours : calendar.hoursOn(day)) {
      LocalDateTime from = day.atTime(hours.from());
      LocalDateTime until =
          hours.isToMidnight() ? day.plusDays(1).atStartOfDay() : day.atTime(hours.until());
      add(spans, parts, new Span(reached, from));
      add(spans, parts, new Span(from, until));
      reached = until;
    }
    add(spans, parts, new Span(reached, day.plusDays(1).atStartOfDay()));
    return spans;
  }

  private void add(List<Span> spans, Parts parts, Span span) {
    LocalDateTime from = span.from();
    if (from != null && !span.isEmpty() && parts.has(TIMES.indexOf(calendar.at(from)))) {
      spans.add(span);
    }
  }

  @Override
  public int size() {
    return TIMES.size();
  }

  @Override
  public Parts all() {
    return all;
  }

  @Override
  public boolean ofItem() {
    return false;
  }

  @Override
  public @Nullable Parts admittedBy(Condition condition) {
    return condition instanceof Condition.InCalendar in
            && in.event() == event
            && in.calendar().equals(calendar.id())
        ? Parts.where(size(), part -> all.has(part) && in.times().contains(TIMES.get(part)))
        : null;
  }

  @Override
  public List<Extent> extents(Parts parts) {
    if (parts.equals(all)) {
      return List.of();
    }
    Set<WorkingTime> times = parts.stream().mapToObj(TIMES::get).collect(Collectors.toSet());
    return List.of(
        new Extent.AnyOf(List.of(new Condition.InCalendar(event, calendar.id(), times)), false));
  }
}
