package dev.duodang.pricing.proof;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** So many days of a span that they show all that its days may be, with one wanted day first. */
final class CandidateDays {

  /** As many days as it takes until each day of the week came, whatever the first one lacks. */
  private static final int DAYS_MAX = 9;

  /** The first and the last day of a span may not be whole. */
  private static final int TIMES_EACH = 2;

  private static final int TWO_WEEKS = 15;

  private final Span span;
  private final LocalDate wanted;
  private final SortedSet<LocalDate> listed;
  private final Set<LocalDate> days = new LinkedHashSet<>();

  private CandidateDays(Span span, LocalDate wanted, SortedSet<LocalDate> listed) {
    this.span = span;
    this.wanted = wanted;
    this.listed = listed;
  }

  /**
   * The days to look at.
   *
   * @param listed days that calendars list by name; all others are as their days of the week are
   */
  static Collection<LocalDate> of(Span span, LocalDate wanted, SortedSet<LocalDate> listed) {
    if (span.isEmpty()) {
      return List.of();
    }
    CandidateDays candidates = new CandidateDays(span, wanted, listed);
    if (listed.isEmpty()) {
      LocalDate first = candidates.firstDay();
      return first.datesUntil(first.plusDays(DAYS_MAX)).toList();
    }
    candidates.addAll();
    return candidates.days;
  }

  private void addAll() {
    addOrdinary(firstDay());
    LocalDate end = span.until() == null ? null : span.until().toLocalDate();
    if (span.from() == null && end != null) {
      LocalDate first = listed.getFirst();
      addOrdinary((first.isBefore(end) ? first : end).minusDays(TWO_WEEKS));
    }
    LocalDate start = span.from() == null ? null : span.from().toLocalDate();
    for (LocalDate day : start == null ? listed : listed.tailSet(start)) {
      if (isBeforeEnd(day)) {
        days.add(day);
      }
    }
  }

  /** Goes on until each day of the week came as often as it takes, or to the end of the span. */
  private void addOrdinary(LocalDate first) {
    Map<DayOfWeek, Integer> seen = new EnumMap<>(DayOfWeek.class);
    int enough = 0;
    for (LocalDate day = first;
        enough < DayOfWeek.values().length && isBeforeEnd(day);
        day = day.plusDays(1)) {
      days.add(day);
      if (!listed.contains(day)) {
        enough += seen.merge(day.getDayOfWeek(), 1, Integer::sum) == TIMES_EACH ? 1 : 0;
      }
    }
  }

  private boolean isBeforeEnd(LocalDate day) {
    LocalDateTime until = span.until();
    return until == null || day.atStartOfDay().isBefore(until);
  }

  /** A day from which {@link #DAYS_MAX} days show all that the span has of weekdays and hours. */
  private LocalDate firstDay() {
    @Nullable LocalDateTime from = span.from();
    @Nullable LocalDateTime until = span.until();
    if (from != null) {
      LocalDate first = from.toLocalDate();
      return until == null && wanted.isAfter(first) ? wanted : first;
    }
    return until == null || wanted.plusDays(DAYS_MAX).atStartOfDay().isBefore(until)
        ? wanted
        : until.toLocalDate().minusDays(DAYS_MAX - 1);
  }
}
