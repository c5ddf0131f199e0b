package dev.duodang.pricing.proof;

import dev.duodang.pricing.book.Condition;
import dev.duodang.pricing.book.Dimension;
import dev.duodang.pricing.order.AttributeName;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** A declared date: absent, or one of the runs of days between the bounds that the book names. */
final class DayAspect implements Aspect {

  private final AttributeName name;
  private final List<LocalDate> cuts;

  DayAspect(AttributeName name, SortedSet<LocalDate> cuts) {
    this.name = name;
    this.cuts = List.copyOf(cuts);
  }

  AttributeName name() {
    return name;
  }

  private @Nullable LocalDate from(int part) {
    return part == 1 ? null : cuts.get(part - 2);
  }

  private @Nullable LocalDate until(int part) {
    return part == size() - 1 ? null : cuts.get(part - 1);
  }

  /** A day in a part, or null for the absent one. */
  @Nullable LocalDate day(int part) {
    if (part == ABSENT) {
      return null;
    }
    LocalDate from = from(part);
    return from == null ? cuts.getFirst().minusDays(1) : from;
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
    return true;
  }

  @Override
  public @Nullable Parts admittedBy(Condition condition) {
    if (!(condition instanceof Condition.BetweenDays days) || !days.attribute().equals(name)) {
      return null;
    }
    return Parts.where(
        size(),
        part -> {
          LocalDate day = day(part);
          return day != null
              && (days.from() == null || !day.isBefore(days.from()))
              && (days.until() == null || day.isBefore(days.until()));
        });
  }

  @Override
  public List<Extent> extents(Parts parts) {
    if (parts.equals(all())) {
      return List.of();
    }
    Dimension fact = new Dimension.Attribute(name);
    Parts stated = parts.minus(Parts.only(size(), ABSENT));
    if (stated.isEmpty()) {
      return List.of(new Extent.Absent(fact));
    }
    if (stated.count() == size() - 1) {
      return List.of(new Extent.NoneOf(fact, List.of(), false));
    }
    List<Condition> runs = new ArrayList<>();
    for (int[] run : Runs.of(stated, size())) {
      runs.add(new Condition.BetweenDays(name, from(run[0]), until(run[1])));
    }
    return List.of(new Extent.AnyOf(runs, parts.has(ABSENT)));
  }
}
