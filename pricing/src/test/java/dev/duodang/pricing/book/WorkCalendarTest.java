package dev.duodang.pricing.book;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duodang.pricing.sample.BookText;
import dev.duodang.pricing.sample.OrderText;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a moment is in a calendar, and how much working time lies between two. */
class WorkCalendarTest {

  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  private static final PriceBook BOOK =
      BookText.book(
          BookText.whole(
              """
              calendars:
                office:
                  week:
                    - weekdays: [monday, tuesday, wednesday, thursday, friday]
                      hours: [13:00-18:00, 09:00-12:00]
                    - {weekdays: saturday, hours: 20:00-24:00}
                  holidays: {国庆节: 2026-10-01..2026-10-07}
                  workingDays: [2026-09-20, 2026-10-10]
                nonstop:
                  week:
                    - weekdays: [monday, tuesday, wednesday, thursday, friday, saturday, sunday]
                      hours: 00:00-24:00
              """));

  private static final WorkCalendar OFFICE = BOOK.calendar(CalendarId.of("office"));
  private static final WorkCalendar NONSTOP = BOOK.calendar(CalendarId.of("nonstop"));

  @ParameterizedTest
  @CsvSource({
    "2026-09-30T09:00, WORKING_HOURS", // a Wednesday
    "2026-09-30T08:59:59, AFTER_HOURS",
    "2026-09-30T12:00, AFTER_HOURS",
    "2026-09-30T17:59:59, WORKING_HOURS",
    "2026-09-30T18:00, AFTER_HOURS",
    "2026-10-01T10:00, HOLIDAY",
    "2026-10-03T23:00, HOLIDAY", // a Saturday
    "2026-10-07T23:59, HOLIDAY",
    "2026-10-08T00:00, AFTER_HOURS",
    "2026-10-10T10:00, WORKING_HOURS", // a Saturday that has the hours of a weekday
    "2026-10-10T21:00, AFTER_HOURS",
    "2026-10-17T21:00, WORKING_HOURS", // a Saturday
    "2026-10-17T23:59:59, WORKING_HOURS",
    "2026-10-11T10:00, REST_DAY", // a Sunday
    "2026-09-20T10:00, WORKING_HOURS", // a Sunday that is worked
  })
  void aMomentIsOneOfFourTimes(LocalDateTime moment, WorkingTime time) {
    assertThat(OFFICE.at(moment)).isEqualTo(time);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-09-30T10:00, 2026-09-30T11:30, PT1H30M",
    "2026-09-30T11:00, 2026-09-30T14:00, PT2H", // over noon
    "2026-09-30T17:00, 2026-10-08T10:00, PT2H", // over the holidays
    "2026-10-09T17:00, 2026-10-11T10:00, PT9H", // a worked Saturday between
    "2026-10-16T17:00, 2026-10-18T10:00, PT5H", // until midnight of a Saturday
    "2026-10-01T00:00, 2026-10-08T00:00, PT0S",
    "2026-09-30T11:00, 2026-09-30T10:00, PT0S",
    "2026-09-30T11:00, 2026-09-30T11:00, PT0S",
  })
  void onlyWorkingTimeCounts(String from, String until, Duration worked) {
    assertThat(OFFICE.worked(at(from), at(until), SHANGHAI)).isEqualTo(worked);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-09-30T10:00, PT1H, 2026-09-30T11:00",
    "2026-09-30T11:00, PT2H, 2026-09-30T14:00",
    "2026-09-30T17:00, PT2H, 2026-10-08T10:00",
    "2026-09-30T11:00, PT1H, 2026-09-30T13:00", // used up as the morning ends
    "2026-10-03T10:00, PT8H, 2026-10-09T09:00",
  })
  void aTimeIsDueWhenMoreWouldHavePassed(String from, Duration within, String due) {
    assertThat(OFFICE.due(at(from), within, SHANGHAI)).isEqualTo(at(due));
  }

  /** A day of the spring has 23 hours, one of the autumn 25. */
  @ParameterizedTest
  @CsvSource({
    "2026-03-08T00:00, 2026-03-09T00:00, PT23H",
    "2026-11-01T00:00, 2026-11-02T00:00, PT25H",
  })
  void hoursAreThoseOfTheClockThatGoesOn(String from, String until, Duration worked) {
    Instant start = OrderText.instant(from, NEW_YORK);
    assertThat(NONSTOP.worked(start, OrderText.instant(until, NEW_YORK), NEW_YORK))
        .isEqualTo(worked)
        .isEqualTo(Duration.between(start, OrderText.instant(until, NEW_YORK)));
  }

  @Property(tries = 500)
  void whatIsDoneUntilItIsDueTakesNoLongerThanIsAllowed(
      @ForAll @IntRange(max = 60 * 24 * 40) int from,
      @ForAll @IntRange(min = 1, max = 60 * 60) int within,
      @ForAll @IntRange(max = 60 * 24 * 60) int later) {
    Instant start = at("2026-09-10T00:00").plusSeconds(60L * from);
    Instant done = start.plusSeconds(60L * later);
    Duration allowed = Duration.ofMinutes(within);
    Instant due = OFFICE.due(start, allowed, SHANGHAI);
    assertThat(!done.isAfter(due))
        .isEqualTo(OFFICE.worked(start, done, SHANGHAI).compareTo(allowed) <= 0);
    assertThat(OFFICE.worked(start, due, SHANGHAI)).isEqualTo(allowed);
  }

  private static Instant at(String local) {
    return OrderText.instant(local, SHANGHAI);
  }
}
