package dev.duodang.pricing.book.text;

import dev.duodang.pricing.book.CalendarId;
import dev.duodang.pricing.book.DayRun;
import dev.duodang.pricing.book.Holiday;
import dev.duodang.pricing.book.MeasureDeclaration;
import dev.duodang.pricing.book.Promise;
import dev.duodang.pricing.book.WorkCalendar;
import dev.duodang.pricing.book.WorkDays;
import dev.duodang.pricing.book.WorkSpan;
import dev.duodang.pricing.order.MeasureName;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Calendars that use everything that a book can say of them, and promises that count by them. */
final class RandomCalendars {

  private final Chance chance;
  private final List<WorkCalendar> calendars;

  RandomCalendars(Chance chance) {
    this.chance = chance;
    this.calendars = chance.some(2, this::calendar);
  }

  List<WorkCalendar> calendars() {
    return calendars;
  }

  private WorkCalendar calendar(int i) {
    CalendarId id = CalendarId.of(chance.id("calendar", i));
    List<DayOfWeek> days = new ArrayList<>(List.of(DayOfWeek.values()));
    Collections.shuffle(days, chance.random());
    int first = 1 + chance.below(5);
    List<WorkDays> week = new ArrayList<>();
    week.add(new WorkDays(Set.copyOf(days.subList(0, first)), hours()));
    if (chance.odds(2)) {
      week.add(new WorkDays(Set.copyOf(days.subList(first, first + 2)), hours()));
    }
    LocalDate day = chance.day();
    List<Holiday> holidays = new ArrayList<>();
    for (int holiday = 0; holiday < chance.below(3); holiday++) {
      DayRun run = new DayRun(day, day.plusDays(chance.below(8)));
      DayRun next = new DayRun(day.plusYears(3), day.plusYears(3));
      holidays.add(
          new Holiday(holiday + chance.name(), chance.odds(2) ? List.of(run) : List.of(run, next)));
      day = day.plusDays(10);
    }
    LocalDate later = day;
    List<DayRun> worked =
        chance.some(2, n -> new DayRun(later.plusDays(9L * n), later.plusDays(9L * n + 2)));
    return new WorkCalendar(id, chance.odds(3) ? id.text() : chance.name(), week, holidays, worked);
  }

  private List<WorkSpan> hours() {
    return switch (chance.below(3)) {
      case 0 -> List.of(new WorkSpan(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT));
      case 1 -> List.of(new WorkSpan(LocalTime.of(9, 0), LocalTime.of(18, 30)));
      default ->
          List.of(
              new WorkSpan(LocalTime.of(8, 15), LocalTime.NOON),
              new WorkSpan(LocalTime.of(13, 0), LocalTime.MIDNIGHT));
    };
  }

  @Nullable Promise promise(List<MeasureDeclaration> measures) {
    CalendarId calendar =
        calendars.isEmpty() || chance.odds(2) ? null : chance.pick(calendars).id();
    MeasureName paused = measures.isEmpty() || chance.odds(2) ? null : chance.pick(measures).name();
    Duration finish = Duration.ofSeconds(1 + chance.below(900_000));
    return switch (chance.below(5)) {
      case 0 -> new Promise(Duration.ofMinutes(1 + chance.below(600)), null);
      case 1 ->
          new Promise(
              null,
              finish,
              calendar,
              chance.pick(PromiseReader.STARTS),
              PromiseReader.RESPONSES.getFirst(),
              chance.pick(PromiseReader.ENDS),
              paused);
      case 2 ->
          new Promise(
              Duration.ofHours(2),
              Duration.ofDays(3),
              calendar,
              PromiseReader.STARTS.getFirst(),
              chance.pick(PromiseReader.RESPONSES),
              chance.pick(PromiseReader.ENDS),
              paused);
      default -> null;
    };
  }
}
