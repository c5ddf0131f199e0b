package dev.duodang.pricing.proof;

import dev.duodang.pricing.book.Condition;
import dev.duodang.pricing.order.Times;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** When something happened: not at all, or between two of the times that the book names. */
final class MomentAspect implements Aspect {

  private final Times.Event event;
  private final List<LocalDateTime> cuts;

  MomentAspect(Times.Event event, SortedSet<LocalDateTime> cuts) {
    this.event = event;
    this.cuts = List.copyOf(cuts);
  }

  Times.Event event() {
    return event;
  }

  /** The spans of time of the parts other than the absent one. */
  List<Span> spans(Parts parts) {
    return Runs.of(parts.minus(Parts.only(size(), ABSENT)), size()).stream()
        .map(run -> new Span(from(run[0]), until(run[1])))
        .toList();
  }

  private @Nullable LocalDateTime from(int part) {
    return part == 1 ? null : cuts.get(part - 2);
  }

  private @Nullable LocalDateTime until(int part) {
    return part == size() - 1 ? null : cuts.get(part - 1);
  }

  @Override
  public int size() {
    return cuts.size() + 2;
  }

  @Override
  public Parts all() {
    return Parts.where(size(), _ -> true);
  }

  @Override
  public boolean ofItem() {
    return false;
  }

  @Override
  public @Nullable Parts admittedBy(Condition condition) {
    return switch (condition) {
      case Condition.Happened happened when happened.event() == event ->
          Parts.where(size(), part -> (part != ABSENT) == happened.expected());
      case Condition.During during when during.event() == event ->
          Parts.where(
              size(),
              part ->
                  part != ABSENT
                      && startsWithin(from(part), during.from())
                      && endsWithin(until(part), during.until()));
      case Condition.AtHours hours when hours.event() == event -> happened();
      case Condition.OnWeekdays weekdays when weekdays.event() == event -> happened();
      case Condition.InCalendar in when in.event() == event -> happened();
      case Condition.OneOf _,
          Condition.InRange _,
          Condition.During _,
          Condition.AtHours _,
          Condition.OnWeekdays _,
          Condition.InCalendar _,
          Condition.Happened _,
          Condition.BetweenDays _,
          Condition.InStatus _,
          Condition.Follows _,
          Condition.PromiseCameOut _,
          Condition.Expression _ ->
          null;
    };
  }

  private Parts happened() {
    return Parts.where(size(), part -> part != ABSENT);
  }

  private static boolean startsWithin(@Nullable LocalDateTime from, @Nullable LocalDateTime bound) {
    return bound == null || (from != null && !from.isBefore(bound));
  }

  private static boolean endsWithin(@Nullable LocalDateTime until, @Nullable LocalDateTime bound) {
    return bound == null || (until != null && !until.isAfter(bound));
  }

  @Override
  public List<Extent> extents(Parts parts) {
    if (parts.equals(all())) {
      return List.of();
    }
    List<Condition> conditions = new ArrayList<>();
    if (parts.has(ABSENT)) {
      conditions.add(new Condition.Happened(event, false));
    }
    for (Span span : spans(parts)) {
      conditions.add(
          span.from() == null && span.until() == null
              ? new Condition.Happened(event, true)
              : new Condition.During(event, span.from(), span.until()));
    }
    return List.of(new Extent.AnyOf(conditions, false));
  }
}
