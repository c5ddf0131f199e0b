package dev.duodang.pricing.rating;

import dev.duodang.pricing.book.Condition;
import dev.duodang.pricing.book.Dimension;
import dev.duodang.pricing.book.ExpressionText;
import dev.duodang.pricing.book.WorkCalendar;
import dev.duodang.pricing.expression.CheckedExpression;
import dev.duodang.pricing.expression.ExpressionOutcome;
import dev.duodang.pricing.expression.OrderFacts;
import dev.duodang.pricing.money.Exact;
import dev.duodang.pricing.order.Code;
import dev.duodang.pricing.order.Handler;
import dev.duodang.pricing.order.OrderStatus;
import dev.duodang.pricing.order.RelatedOrder;
import dev.duodang.pricing.order.ServicePath;
import dev.duodang.pricing.order.WorkOrder;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A condition made ready to be asked of a subject; the plain meaning that the index must equal. */
sealed interface Test {

  Truth of(Subject subject);

  static Truth truth(boolean holds) {
    return holds ? Truth.HOLDS : Truth.FAILS;
  }

  /** A set condition on a fact that is not a region. */
  record InSet(Dimension dimension, Set<String> included, Set<String> excluded) implements Test {

    static InSet of(Condition.OneOf condition) {
      return new InSet(
          condition.dimension(), texts(condition.included()), texts(condition.excluded()));
    }

    private static Set<String> texts(Set<Code> codes) {
      return codes.stream().map(Code::text).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Truth of(Subject subject) {
      @Nullable String value = subject.text(dimension);
      if (value == null) {
        return truth(included.isEmpty());
      }
      return truth((included.isEmpty() || names(included, value)) && !names(excluded, value));
    }

    private boolean names(Set<String> set, String value) {
      if (dimension != Dimension.Standard.SERVICE) {
        return set.contains(value);
      }
      ServicePath path = ServicePath.of(value);
      return set.stream().anyMatch(node -> path.isUnder(ServicePath.of(node)));
    }
  }

  /** A set condition on the region. */
  record InRegions(RegionSet included, RegionSet excluded) implements Test {

    @Override
    public Truth of(Subject subject) {
      return ofRegion(subject.region());
    }

    /** Whether a region, by its place in the tree, is admitted; -1 is all the world. */
    Truth ofRegion(int region) {
      Truth in = included.isEmpty() ? Truth.HOLDS : included.contains(region);
      Truth out = excluded.isEmpty() ? Truth.FAILS : excluded.contains(region);
      if (in == Truth.FAILS || out == Truth.HOLDS) {
        return Truth.FAILS;
      }
      return in == Truth.OPEN || out == Truth.OPEN ? Truth.OPEN : Truth.HOLDS;
    }
  }

  /** A number in a range. */
  record InRange(Condition.InRange condition) implements Test {
    @Override
    public Truth of(Subject subject) {
      @Nullable Exact value = subject.number(condition.number());
      return truth(value != null && condition.range().contains(value));
    }
  }

  /** A time, day, status or relation to another order: everything that the index does not hold. */
  record Other(Condition condition) implements Test {
    @Override
    public Truth of(Subject subject) {
      return truth(holds(subject));
    }

    private boolean holds(Subject subject) {
      return switch (condition) {
        case Condition.During during ->
            during(subject.localTime(during.event()), during.from(), during.until());
        case Condition.AtHours hours -> {
          @Nullable LocalDateTime at = subject.localTime(hours.event());
          yield at != null && hours.contains(at.toLocalTime());
        }
        case Condition.OnWeekdays weekdays -> {
          @Nullable LocalDateTime at = subject.localTime(weekdays.event());
          yield at != null && weekdays.days().contains(at.getDayOfWeek());
        }
        case Condition.Happened happened ->
            (subject.order().times().at(happened.event()) != null) == happened.expected();
        case Condition.InStatus status -> status.statuses().contains(subject.order().status());
        case Condition.Follows follows -> follows(subject, follows);
        case Condition.BetweenDays days -> betweenDays(subject.attribute(days.attribute()), days);
        case Condition.OneOf _,
            Condition.InRange _,
            Condition.InCalendar _,
            Condition.PromiseCameOut _,
            Condition.Expression _ ->
            throw new IllegalStateException(condition + " has a test of its own");
      };
    }

    private static boolean during(
        @Nullable LocalDateTime at, @Nullable LocalDateTime from, @Nullable LocalDateTime until) {
      return at != null
          && (from == null || !at.isBefore(from))
          && (until == null || at.isBefore(until));
    }

    private static boolean betweenDays(@Nullable Code value, Condition.BetweenDays days) {
      if (value == null) {
        return false;
      }
      try {
        LocalDate day = LocalDate.parse(value.text());
        return (days.from() == null || !day.isBefore(days.from()))
            && (days.until() == null || day.isBefore(days.until()));
      } catch (DateTimeParseException notADay) {
        return false;
      }
    }

    private static boolean follows(Subject subject, Condition.Follows follows) {
      RelatedOrder relation = subject.order().related();
      WorkOrder other = subject.related();
      if (relation == null || relation.kind() != follows.kind()) {
        return false;
      }
      return (follows.withinDays() == null || isWithin(subject, other, follows.withinDays()))
          && (!follows.sameHandler() || sharesHandler(subject.order(), other));
    }

    private static boolean isWithin(Subject subject, @Nullable WorkOrder other, int days) {
      @Nullable Instant done = other == null ? null : other.times().completed();
      return done != null && !subject.pricingTime().isAfter(done.plus(Duration.ofDays(days)));
    }

    private static boolean sharesHandler(WorkOrder order, @Nullable WorkOrder other) {
      return other != null
          && order.handlers().stream()
              .map(Handler::id)
              .anyMatch(id -> other.handlers().stream().anyMatch(h -> h.id().equals(id)));
    }
  }

  /** A time of a calendar. */
  record InCalendar(Condition.InCalendar condition, WorkCalendar calendar) implements Test {
    @Override
    public Truth of(Subject subject) {
      LocalDateTime at = subject.localTime(condition.event());
      return truth(at != null && condition.times().contains(calendar.at(at)));
    }
  }

  /** How the promise came out, which is not known before all tiers are chosen. */
  record OfPromise(Condition.PromiseCameOut condition) implements Test {
    @Override
    public Truth of(Subject subject) {
      Promised promised = subject.promised();
      return truth(promised != null && promised.state(condition.part()) == condition.state());
    }
  }

  /** An expression, with what its language makes of it. */
  record OfExpression(ExpressionText text, CheckedExpression checked) implements Test {

    @Override
    public Truth of(Subject subject) {
      return switch (outcome(subject)) {
        case ExpressionOutcome.Said said -> truth(said.holds());
        case ExpressionOutcome.Undecided _ -> Truth.UNDECIDED;
      };
    }

    ExpressionOutcome outcome(Subject subject) {
      return switch (checked) {
        case CheckedExpression.Ready ready ->
            ready
                .predicate()
                .of(new OrderFacts(subject.order(), subject.item(), subject.related()));
        case CheckedExpression.Refused _ ->
            ExpressionOutcome.Undecided.of(ExpressionOutcome.Why.NOT_CHECKED);
      };
    }
  }

  /** The order is not cancelled, which every tier asks that names no status. */
  record NotCancelled() implements Test {
    @Override
    public Truth of(Subject subject) {
      return truth(subject.order().status() != OrderStatus.CANCELLED);
    }
  }

  /** The pricing time lies on the days of the tier's own validity. */
  record Valid(@Nullable LocalDate from, @Nullable LocalDate until) implements Test {
    @Override
    public Truth of(Subject subject) {
      return truth(holdsOn(subject.pricingLocalTime().toLocalDate()));
    }

    boolean holdsOn(LocalDate day) {
      return (from == null || !day.isBefore(from)) && (until == null || day.isBefore(until));
    }
  }
}
