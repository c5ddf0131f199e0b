package dev.duodang.pricing.book;

import dev.duodang.pricing.order.AttributeName;
import dev.duodang.pricing.order.Code;
import dev.duodang.pricing.order.OrderStatus;
import dev.duodang.pricing.order.RelatedOrder;
import dev.duodang.pricing.order.Times;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One thing that a tier or modifier asks of an order. Times are read in the book's zone. */
public sealed interface Condition {

  /**
   * The fact is one of the included values (any, when there are none) and none of the excluded. In
   * a tree a value stands for its node and all below. An absent fact fails an inclusion and passes
   * an exclusion.
   */
  record OneOf(Dimension dimension, Set<Code> included, Set<Code> excluded) implements Condition {

    public OneOf {
      included = Set.copyOf(included);
      excluded = Set.copyOf(excluded);
      if (included.isEmpty() && excluded.isEmpty()) {
        throw new IllegalArgumentException(
            "condition on " + dimension.key() + " names no value; leave it out to admit all");
      }
    }
  }

  /** The number lies in the range; an absent number does not. */
  record InRange(NumberFact number, Range range) implements Condition {}

  /** The event happened in {@code [from, until)}; a missing side is open. */
  record During(Times.Event event, @Nullable LocalDateTime from, @Nullable LocalDateTime until)
      implements Condition {

    public During {
      if (from == null && until == null) {
        throw new IllegalArgumentException("a time condition needs from, until or both");
      }
      if (from != null && until != null && !from.isBefore(until)) {
        throw new IllegalArgumentException("from " + from + " must be before until " + until);
      }
    }
  }

  /**
   * The event happened at a time of day in {@code [from, until)}; past midnight when from is later.
   */
  record AtHours(Times.Event event, LocalTime from, LocalTime until) implements Condition {

    public AtHours {
      if (from.equals(until)) {
        throw new IllegalArgumentException("hours from " + from + " to " + until + " are empty");
      }
    }

    public boolean contains(LocalTime time) {
      boolean wraps = until.isBefore(from);
      return wraps
          ? !time.isBefore(from) || time.isBefore(until)
          : !time.isBefore(from) && time.isBefore(until);
    }
  }

  /** The event happened on one of these days of the week. */
  record OnWeekdays(Times.Event event, Set<DayOfWeek> days) implements Condition {

    public OnWeekdays {
      days = Set.copyOf(days);
      if (days.isEmpty()) {
        throw new IllegalArgumentException("a condition on weekdays needs at least one day");
      }
    }
  }

  /**
   * The event happened at one of these times of a calendar of the book.
   *
   * @param times some, but not all
   */
  record InCalendar(Times.Event event, CalendarId calendar, Set<WorkingTime> times)
      implements Condition {

    public InCalendar {
      times = Set.copyOf(times);
      if (times.isEmpty() || times.size() == WorkingTime.values().length) {
        throw new IllegalArgumentException(
            "a condition on calendar \"" + calendar + "\" names some times, but not all");
      }
    }
  }

  /** The event happened, or has not. */
  record Happened(Times.Event event, boolean expected) implements Condition {}

  /** A declared date lies in {@code [from, until)}; an absent one does not. */
  record BetweenDays(AttributeName attribute, @Nullable LocalDate from, @Nullable LocalDate until)
      implements Condition {

    public BetweenDays {
      if (from == null && until == null) {
        throw new IllegalArgumentException("a condition on a date needs from, until or both");
      }
      if (from != null && until != null && !from.isBefore(until)) {
        throw new IllegalArgumentException("from " + from + " must be before until " + until);
      }
    }
  }

  /** The order's status is one of these. A tier without this condition admits all but CANCELLED. */
  record InStatus(Set<OrderStatus> statuses) implements Condition {

    public InStatus {
      statuses = Set.copyOf(statuses);
      if (statuses.isEmpty()) {
        throw new IllegalArgumentException("a condition on status needs at least one status");
      }
    }
  }

  /**
   * The order follows another of this kind.
   *
   * @param withinDays at most so many times 24 hours between the completion of the other order and
   *     this one's pricing time; null for any time
   * @param sameHandler whether the two orders must share a handler
   */
  record Follows(RelatedOrder.Kind kind, @Nullable Integer withinDays, boolean sameHandler)
      implements Condition {

    public Follows {
      if (withinDays != null && (withinDays < 0 || withinDays > 36_500)) {
        throw new IllegalArgumentException(
            "withinDays " + withinDays + " must be between 0 and 36500");
      }
    }
  }

  /**
   * The order's promise, or a part of it, came out so. Known once tiers are chosen and the order is
   * completed; before, and where a time that it takes is not stated, it is an absent fact.
   */
  record PromiseCameOut(Promise.Part part, Promise.State state) implements Condition {}

  /** What no other condition can say, in words that a language of expressions checks and asks. */
  record Expression(ExpressionText text) implements Condition {}
}
