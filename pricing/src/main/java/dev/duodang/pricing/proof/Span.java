package dev.duodang.pricing.proof;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** The local time in {@code [from, until)}; a missing side is open. */
record Span(@Nullable LocalDateTime from, @Nullable LocalDateTime until) {

  static final Span ALWAYS = new Span(null, null);

  static Span ofDays(@Nullable LocalDate from, @Nullable LocalDate until) {
    return new Span(
        from == null ? null : from.atStartOfDay(), until == null ? null : until.atStartOfDay());
  }

  Span and(Span other) {
    return new Span(later(from, other.from), earlier(until, other.until));
  }

  boolean isEmpty() {
    return from != null && until != null && !from.isBefore(until);
  }

  boolean contains(LocalDateTime time) {
    return (from == null || !time.isBefore(from)) && (until == null || time.isBefore(until));
  }

  private static @Nullable LocalDateTime later(
      @Nullable LocalDateTime a, @Nullable LocalDateTime b) {
    return a == null || (b != null && b.isAfter(a)) ? b : a;
  }

  private static @Nullable LocalDateTime earlier(
      @Nullable LocalDateTime a, @Nullable LocalDateTime b) {
    return a == null || (b != null && b.isBefore(a)) ? b : a;
  }
}
