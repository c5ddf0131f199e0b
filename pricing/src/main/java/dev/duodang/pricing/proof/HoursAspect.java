package dev.duodang.pricing.proof;

import dev.duodang.pricing.book.Condition;
import dev.duodang.pricing.order.Times;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** The time of day of an event, between the hours that the book names. */
final class HoursAspect implements Aspect {

  private final Times.Event event;
  private final List<LocalTime> starts;

  /**
   * @param cuts the hours that the book names; midnight is added
   */
  HoursAspect(Times.Event event, SortedSet<LocalTime> cuts) {
    this.event = event;
    cuts.add(LocalTime.MIDNIGHT);
    this.starts = List.copyOf(cuts);
  }

  Times.Event event() {
    return event;
  }

  /** The spans of a day. */
  List<Span> spans(Parts parts, LocalDate day) {
    return Runs.of(parts, size()).stream()
        .map(
            run ->
                new Span(
                    day.atTime(starts.get(run[0])),
                    run[1] == size() - 1
                        ? day.plusDays(1).atStartOfDay()
                        : day.atTime(starts.get(run[1] + 1))))
        .toList();
  }

  @Override
  public int size() {
    return starts.size();
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
    return condition instanceof Condition.AtHours hours && hours.event() == event
        ? Parts.where(size(), part -> hours.contains(starts.get(part)))
        : null;
  }

  @Override
  public List<Extent> extents(Parts parts) {
    if (parts.equals(all())) {
      return List.of();
    }
    List<Condition> hours = new ArrayList<>();
    for (int[] run : Runs.of(parts, size())) {
      LocalTime until = starts.get((run[1] + 1) % size());
      hours.add(new Condition.AtHours(event, starts.get(run[0]), until));
    }
    return List.of(new Extent.AnyOf(hours, false));
  }
}
