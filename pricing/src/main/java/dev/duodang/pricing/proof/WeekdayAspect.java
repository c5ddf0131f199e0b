package dev.duodang.pricing.proof;

import dev.duodang.pricing.book.Condition;
import dev.duodang.pricing.order.Times;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The day of the week of an event, Monday first. */
record WeekdayAspect(Times.Event event) implements Aspect {

  private static final List<DayOfWeek> DAYS = List.of(DayOfWeek.values());

  static Set<DayOfWeek> days(Parts parts) {
    return parts.stream().mapToObj(DAYS::get).collect(Collectors.toSet());
  }

  @Override
  public int size() {
    return DAYS.size();
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
    return condition instanceof Condition.OnWeekdays weekdays && weekdays.event() == event
        ? Parts.where(size(), part -> weekdays.days().contains(DAYS.get(part)))
        : null;
  }

  @Override
  public List<Extent> extents(Parts parts) {
    return parts.equals(all())
        ? List.of()
        : List.of(new Extent.AnyOf(List.of(new Condition.OnWeekdays(event, days(parts))), false));
  }
}
