package dev.duodang.pricing.book.text;

import dev.duodang.pricing.book.CalendarId;
import dev.duodang.pricing.book.DayRun;
import dev.duodang.pricing.book.Holiday;
import dev.duodang.pricing.book.WorkCalendar;
import dev.duodang.pricing.book.WorkDays;
import dev.duodang.pricing.book.WorkSpan;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads calendars: the hours of the week, holidays, and days that are worked all the same. */
final class CalendarReader {

  private final Problems problems;

  CalendarReader(Problems problems) {
    this.problems = problems;
  }

  @Nullable WorkCalendar calendar(String id, Node node, String path) {
    Fields fields = Fields.of(node, path, problems);
    if (fields == null) {
      return null;
    }
    int before = problems.count();
    String name = RateReader.orElse(fields.optional("name", "a name", Words::name), id);
    if (!fields.has("week")) {
      problems.add(
          node,
          fields.at("week"),
          "\"week\" is missing",
          "weekdays and hours, such as {weekdays: [monday, friday], hours: 09:00-18:00}");
    }
    List<WorkDays> week = fields.list("week", this::days);
    List<Holiday> holidays = holidays(fields);
    List<DayRun> workingDays = fields.list("workingDays", this::run);
    fields.end();
    return problems.count() > before
        ? null
        : problems.attempt(
            node,
            path,
            () -> new WorkCalendar(CalendarId.of(id), name, week, holidays, workingDays));
  }

  private @Nullable WorkDays days(Node node, String path) {
    Fields fields = Fields.of(node, path, problems);
    if (fields == null) {
      return null;
    }
    int before = problems.count();
    String allowed = Words.allowed(DayOfWeek.class);
    List<DayOfWeek> weekdays =
        fields.list(
            "weekdays",
            (value, at) ->
                Fields.scalar(
                    value, at, problems, allowed, text -> Words.word(DayOfWeek.class, text)));
    List<WorkSpan> hours = fields.list("hours", this::span);
    fields.end();
    return problems.count() > before
        ? null
        : problems.attempt(node, path, () -> new WorkDays(Set.copyOf(weekdays), hours));
  }

  private @Nullable WorkSpan span(Node node, String path) {
    LocalTime[] ends = Fields.scalar(node, path, problems, Words.HOURS, Words::hours);
    return ends == null ? null : problems.attempt(node, path, () -> new WorkSpan(ends[0], ends[1]));
  }

  private List<Holiday> holidays(Fields calendar) {
    List<Holiday> holidays = new ArrayList<>();
    Fields fields = calendar.mapping("holidays");
    if (fields != null) {
      for (String name : fields.inOrder()) {
        int before = problems.count();
        List<DayRun> runs = fields.list(name, this::run);
        Holiday holiday =
            problems.count() > before
                ? null
                : problems.attempt(
                    fields.node(), fields.at(name), () -> new Holiday(Words.name(name), runs));
        if (holiday != null) {
          holidays.add(holiday);
        }
      }
    }
    return holidays;
  }

  private @Nullable DayRun run(Node node, String path) {
    return Fields.scalar(node, path, problems, Words.DAYS, Words::days);
  }
}
