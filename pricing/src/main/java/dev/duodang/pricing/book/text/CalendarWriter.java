package dev.duodang.pricing.book.text;

import dev.duodang.pricing.book.DayRun;
import dev.duodang.pricing.book.WorkCalendar;
import dev.duodang.pricing.book.WorkDays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes calendars as {@link CalendarReader} reads them. */
final class CalendarWriter {

  private CalendarWriter() {}

  static Written.Mapping mapping(WorkCalendar calendar) {
    Written.Mapping holidays = Written.Mapping.ofLines();
    calendar.holidays().forEach(holiday -> holidays.put(holiday.name(), runs(holiday.runs())));
    return Written.Mapping.ofLines()
        .put("name", TierWriter.name(calendar.name(), calendar.id().text()))
        .put(
            "week",
            new Written.Items(
                calendar.week().stream().<Written>map(CalendarWriter::days).toList(), true))
        .put("holidays", holidays.isEmpty() ? null : holidays)
        .put("workingDays", runs(calendar.workingDays()));
  }

  private static Written days(WorkDays days) {
    return new Written.Mapping()
        .put("weekdays", ConditionWriter.words(days.weekdays()))
        .put(
            "hours",
            Written.oneOrMore(
                days.hours().stream()
                    .<Written>map(span -> ConditionWriter.hours(span.from(), span.until()))
                    .toList()));
  }

  private static @Nullable Written runs(List<DayRun> runs) {
    return Written.oneOrMore(
        runs.stream().<Written>map(run -> new Written.Plain(run.toString())).toList());
  }
}
