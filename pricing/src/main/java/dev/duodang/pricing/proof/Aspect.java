package dev.duodang.pricing.proof;

import dev.duodang.pricing.book.Condition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One fact of orders, cut into parts that no condition of the book can tell apart further. Part 0
 * of a fact that may be absent is its absence.
 */
sealed interface Aspect
    permits ValueAspect,
        RegionAspect,
        NumberAspect,
        DayAspect,
        MomentAspect,
        HoursAspect,
        WeekdayAspect,
        CalendarAspect,
        PricingDayAspect,
        StatusAspect,
        RelatedAspect {

  /** The part of an absent fact. */
  int ABSENT = 0;

  /** How many parts there are, those that no order can have included. */
  int size();

  /** The parts that an order can have. */
  Parts all();

  /** Whether the fact can differ between the items of an order. */
  boolean ofItem();

  /** The parts that a condition admits, or null when it does not ask for this fact. */
  @Nullable Parts admittedBy(Condition condition);

  /** The parts in words; none when they are all. */
  List<Extent> extents(Parts parts);

  /** How much of the world the parts are; only for comparing areas. */
  default long weight(Parts parts) {
    return parts.count();
  }
}
