package dev.duodang.pricing.proof;

import dev.duodang.pricing.book.PriceBook;
import dev.duodang.pricing.order.OrderStatus;
import dev.duodang.pricing.order.Times;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds times for the orders of a box, or that there are none: status, events and pricing time hang
 * together in ways that a box alone does not tell.
 */
final class Clocks {

  private static final List<OrderStatus> LIKELY =
      List.of(OrderStatus.COMPLETED, OrderStatus.VERIFIED, OrderStatus.OPEN, OrderStatus.CANCELLED);
  private static final Set<DayOfWeek> EVERY_DAY = Set.of(DayOfWeek.values());
  private static final LocalTime USUAL_TIME = LocalTime.of(14, 0);

  private static final SortedSet<LocalDate> NOT_LISTED =
      Collections.unmodifiableSortedSet(new TreeSet<>());

  private final PriceBook book;
  private final List<Aspect> aspects;
  private final ZoneId zone;

  Clocks(PriceBook book, List<Aspect> aspects) {
    this.book = book;
    this.aspects = aspects;
    this.zone = book.zone();
  }

  /** Times for an order of the box, the most likely status first; null when there are none. */
  @Nullable Timing of(Box box) {
    for (OrderStatus status : LIKELY) {
      Timing timing = admits(box, status) ? of(box, status) : null;
      if (timing != null) {
        return timing;
      }
    }
    return null;
  }

  private boolean admits(Box box, OrderStatus status) {
    for (int aspect = 0; aspect < aspects.size(); aspect++) {
      if (aspects.get(aspect) instanceof StatusAspect statuses
          && !statuses.has(box.parts(aspect), status)) {
        return false;
      }
    }
    return true;
  }

  private @Nullable Timing of(Box box, OrderStatus status) {
    Times.Event pricing = status == OrderStatus.CANCELLED ? Times.Event.CANCELLED : book.pricedAt();
    List<Span> days = pricingDays(box);
    LocalDateTime priced = find(box, pricing, days, null);
    boolean mayBeAbsent = status == OrderStatus.OPEN && mayBeAbsent(box, pricing);
    if (priced == null && !mayBeAbsent) {
      return null;
    }
    boolean stated = priced != null && (!mayBeAbsent || isUsual(pricing, status));
    LocalDateTime base = stated ? priced : anyTime(days);
    if (base == null) {
      return null;
    }
    Map<Times.Event, Instant> times = new EnumMap<>(Times.Event.class);
    for (Times.Event event : Times.Event.values()) {
      if (event == pricing) {
        if (stated) {
          times.put(event, instant(base));
        }
      } else if (!addTime(times, event, status, box, base)) {
        return null;
      }
    }
    return new Timing(status, times(times), instant(base));
  }

  /** Adds the time of an event, or leaves it away; false when neither is possible. */
  private boolean addTime(
      Map<Times.Event, Instant> times,
      Times.Event event,
      OrderStatus status,
      Box box,
      LocalDateTime base) {
    boolean usual = isUsual(event, status);
    if (!usual && mayBeAbsent(box, event)) {
      return true;
    }
    LocalDateTime time = find(box, event, List.of(Span.ALWAYS), usualTime(event, base));
    if (time != null) {
      times.put(event, instant(time));
    }
    return time != null || mayBeAbsent(box, event);
  }

  private static boolean isUsual(Times.Event event, OrderStatus status) {
    return switch (event) {
      case CREATED -> true;
      case ACCEPTED, ARRIVED -> false;
      case COMPLETED -> status == OrderStatus.COMPLETED || status == OrderStatus.VERIFIED;
      case VERIFIED -> status == OrderStatus.VERIFIED;
      case CANCELLED -> status == OrderStatus.CANCELLED;
    };
  }

  private static LocalDateTime usualTime(Times.Event event, LocalDateTime base) {
    return switch (event) {
      case CREATED -> base.minusHours(5);
      case ACCEPTED -> base.minusHours(4);
      case ARRIVED -> base.minusHours(1);
      case COMPLETED, CANCELLED -> base;
      case VERIFIED -> base.plusHours(1);
    };
  }

  private List<Span> pricingDays(Box box) {
    for (int aspect = 0; aspect < aspects.size(); aspect++) {
      if (aspects.get(aspect) instanceof PricingDayAspect days) {
        return days.spans(box.parts(aspect));
      }
    }
    return List.of(Span.ALWAYS);
  }

  private @Nullable LocalDateTime anyTime(List<Span> days) {
    for (Span span : days) {
      LocalDateTime time =
          inSpan(
              span,
              CandidateDays.of(span, book.validFrom(), NOT_LISTED),
              EVERY_DAY,
              Clocks::wholeDay);
      if (time != null) {
        return time;
      }
    }
    return null;
  }

  private static List<Span> wholeDay(LocalDate day) {
    return List.of(Span.ofDays(day, day.plusDays(1)));
  }

  private boolean mayBeAbsent(Box box, Times.Event event) {
    for (int aspect = 0; aspect < aspects.size(); aspect++) {
      if (aspects.get(aspect) instanceof MomentAspect moments && moments.event() == event) {
        return box.parts(aspect).has(Aspect.ABSENT);
      }
    }
    return true;
  }

  /** A time of the event in the box and in one of the spans; the preferred one if it is fine. */
  private @Nullable LocalDateTime find(
      Box box, Times.Event event, List<Span> within, @Nullable LocalDateTime preferred) {
    Set<DayOfWeek> weekdays = weekdays(box, event);
    List<Span> spans = new ArrayList<>();
    for (Span one : moments(box, event)) {
      within.forEach(other -> spans.add(one.and(other)));
    }
    if (preferred != null && isIn(preferred, spans, weekdays, box, event)) {
      return preferred;
    }
    LocalDate wanted = preferred == null ? book.validFrom() : preferred.toLocalDate();
    SortedSet<LocalDate> listed = listed(box, event);
    for (Span span : spans) {
      LocalDateTime found =
          inSpan(
              span,
              CandidateDays.of(span, wanted, listed),
              weekdays,
              day -> hours(box, event, day));
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private boolean isIn(
      LocalDateTime time, List<Span> spans, Set<DayOfWeek> weekdays, Box box, Times.Event event) {
    return isReal(time)
        && weekdays.contains(time.getDayOfWeek())
        && spans.stream().anyMatch(span -> span.contains(time))
        && hours(box, event, time.toLocalDate()).stream().anyMatch(span -> span.contains(time));
  }

  /** A time in a span on the first of some days that has one. */
  private @Nullable LocalDateTime inSpan(
      Span span,
      Collection<LocalDate> days,
      Set<DayOfWeek> weekdays,
      Function<LocalDate, List<Span>> hours) {
    for (LocalDate day : days) {
      if (weekdays.contains(day.getDayOfWeek())) {
        for (Span some : hours.apply(day)) {
          LocalDateTime found = onDay(day, span.and(some));
          if (found != null) {
            return found;
          }
        }
      }
    }
    return null;
  }

  /**
   * A time of one day in a span: early in the afternoon if it can be, else the first that exists.
   */
  private @Nullable LocalDateTime onDay(LocalDate day, Span span) {
    LocalDateTime usual = day.atTime(USUAL_TIME);
    if (span.isEmpty()) {
      return null;
    }
    if (span.contains(usual) && isReal(usual)) {
      return usual;
    }
    LocalDateTime start = span.from() == null ? day.atStartOfDay() : span.from();
    ZoneOffsetTransition gap = zone.getRules().getTransition(start);
    LocalDateTime real = gap == null || !gap.isGap() ? start : gap.getDateTimeAfter();
    return span.contains(real) ? real : null;
  }

  private boolean isReal(LocalDateTime time) {
    ZoneOffsetTransition gap = zone.getRules().getTransition(time);
    return gap == null || !gap.isGap();
  }

  private List<Span> moments(Box box, Times.Event event) {
    for (int aspect = 0; aspect < aspects.size(); aspect++) {
      if (aspects.get(aspect) instanceof MomentAspect moments && moments.event() == event) {
        return moments.spans(box.parts(aspect));
      }
    }
    return List.of(Span.ALWAYS);
  }

  private Set<DayOfWeek> weekdays(Box box, Times.Event event) {
    for (int aspect = 0; aspect < aspects.size(); aspect++) {
      if (aspects.get(aspect) instanceof WeekdayAspect weekdays && weekdays.event() == event) {
        return WeekdayAspect.days(box.parts(aspect));
      }
    }
    return EVERY_DAY;
  }

  /** The spans of a day in which an event may lie by its hours and its calendars. */
  private List<Span> hours(Box box, Times.Event event, LocalDate day) {
    List<Span> hours = wholeDay(day);
    for (int aspect = 0; aspect < aspects.size(); aspect++) {
      Parts parts = box.parts(aspect);
      switch (aspects.get(aspect)) {
        case HoursAspect own when own.event() == event -> hours = and(hours, own.spans(parts, day));
        case CalendarAspect own when own.event() == event && !parts.equals(own.all()) ->
            hours = and(hours, own.spans(parts, day));
        case Aspect _ -> {}
      }
    }
    return hours;
  }

  private static List<Span> and(List<Span> some, List<Span> others) {
    List<Span> both = new ArrayList<>();
    for (Span one : some) {
      for (Span other : others) {
        Span span = one.and(other);
        if (!span.isEmpty()) {
          both.add(span);
        }
      }
    }
    return both;
  }

  /** The days that matter to the calendars that the box asks about. */
  private SortedSet<LocalDate> listed(Box box, Times.Event event) {
    SortedSet<LocalDate> listed = NOT_LISTED;
    for (int aspect = 0; aspect < aspects.size(); aspect++) {
      if (aspects.get(aspect) instanceof CalendarAspect calendar
          && calendar.event() == event
          && !box.parts(aspect).equals(calendar.all())) {
        listed = listed.isEmpty() ? calendar.listed() : union(listed, calendar.listed());
      }
    }
    return listed;
  }

  private static SortedSet<LocalDate> union(SortedSet<LocalDate> a, SortedSet<LocalDate> b) {
    SortedSet<LocalDate> union = new TreeSet<>(a);
    union.addAll(b);
    return union;
  }

  private Instant instant(LocalDateTime time) {
    return time.atZone(zone).toInstant();
  }

  private static Times times(Map<Times.Event, Instant> times) {
    return new Times(
        times.get(Times.Event.CREATED),
        times.get(Times.Event.ACCEPTED),
        times.get(Times.Event.ARRIVED),
        times.get(Times.Event.COMPLETED),
        times.get(Times.Event.VERIFIED),
        times.get(Times.Event.CANCELLED));
  }
}
