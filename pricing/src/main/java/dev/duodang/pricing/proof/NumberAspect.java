package dev.duodang.pricing.proof;

import dev.duodang.pricing.book.Condition;
import dev.duodang.pricing.book.NumberFact;
import dev.duodang.pricing.book.Range;
import dev.duodang.pricing.money.Exact;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** A number: absent, each bound that the book names, and the open intervals between them. */
final class NumberAspect implements Aspect {

  /** Stated quantities are at most this. */
  private static final Exact MAX = Exact.of(1_000_000_000_000L);

  private static final Exact HALF = Exact.of(5, 1);
  private static final Exact MILLIONTH = Exact.of(1, 6);

  private final NumberFact fact;
  private final List<Exact> bounds;
  private final Parts all;

  NumberAspect(NumberFact fact, SortedSet<Exact> bounds) {
    this.fact = fact;
    this.bounds = List.copyOf(bounds);
    this.all = Parts.where(size(), part -> part == ABSENT || simple(part) != null);
  }

  NumberFact fact() {
    return fact;
  }

  private int partOf(Exact value) {
    int place = 0;
    while (place < bounds.size() && bounds.get(place).compareTo(value) < 0) {
      place++;
    }
    boolean point = place < bounds.size() && bounds.get(place).equals(value);
    return 2 * place + (point ? 2 : 1);
  }

  private boolean isQuantity() {
    return !(fact instanceof NumberFact.Attribute);
  }

  @Override
  public int size() {
    return 2 * bounds.size() + 2;
  }

  @Override
  public Parts all() {
    return all;
  }

  @Override
  public boolean ofItem() {
    return fact != NumberFact.Standard.DISTANCE_METRES
        && fact != NumberFact.Standard.DURATION_SECONDS;
  }

  /** The interval of a part: its ends, null for open, and whether it is the one number. */
  private @Nullable Exact low(int part) {
    int place = (part - 1) / 2;
    return isPoint(part) ? bounds.get(place) : place == 0 ? null : bounds.get(place - 1);
  }

  private @Nullable Exact high(int part) {
    int place = (part - 1) / 2;
    return place < bounds.size() ? bounds.get(place) : null;
  }

  private static boolean isPoint(int part) {
    return part % 2 == 0;
  }

  /** A simple number in a part, or null when no order can state one. */
  @Nullable Exact simple(int part) {
    Exact value = isPoint(part) ? low(part) : between(low(part), high(part));
    boolean stated =
        value != null && (!isQuantity() || (value.signum() >= 0 && value.compareTo(MAX) <= 0));
    return stated ? value : null;
  }

  /** A simple number in one of the parts, which states one: 1 if it can be. */
  @Nullable Exact simple(Parts parts) {
    Parts stated = parts.minus(Parts.only(size(), ABSENT));
    if (stated.has(partOf(Exact.ONE))) {
      return Exact.ONE;
    }
    return stated.isEmpty() ? null : simple(stated.first());
  }

  /** A number of the open interval, a whole one if it can be. */
  private @Nullable Exact between(@Nullable Exact low, @Nullable Exact high) {
    if (isQuantity() && (low == null || low.signum() < 0)) {
      return high == null || high.signum() > 0 ? Exact.ZERO : null;
    }
    if (low == null) {
      return high == null ? Exact.ZERO : high.minus(Exact.ONE);
    }
    Exact next = low.round(0, RoundingMode.FLOOR).plus(Exact.ONE);
    return high == null || next.compareTo(high) < 0 ? next : low.plus(high).times(HALF);
  }

  /** The highest number in a part, or one close below its end; null when there is none. */
  @Nullable Exact highest(int part) {
    Exact simple = simple(part);
    Exact high = high(part);
    if (simple == null || isPoint(part)) {
      return simple;
    }
    if (high == null || (isQuantity() && high.compareTo(MAX) > 0)) {
      return isQuantity() ? MAX : simple;
    }
    return high.minus(high.minus(simple).times(MILLIONTH));
  }

  @Override
  public @Nullable Parts admittedBy(Condition condition) {
    if (!(condition instanceof Condition.InRange in) || !in.number().equals(fact)) {
      return null;
    }
    return Parts.where(size(), part -> all.has(part) && isInside(part, in.range()));
  }

  private boolean isInside(int part, Range range) {
    Exact value = part == ABSENT ? null : simple(part);
    return value != null && range.contains(value);
  }

  @Override
  public List<Extent> extents(Parts parts) {
    if (parts.equals(all)) {
      return List.of();
    }
    boolean absent = parts.has(ABSENT);
    Parts stated = parts.minus(Parts.only(size(), ABSENT));
    if (stated.isEmpty()) {
      return List.of(new Extent.Absent(fact));
    }
    if (stated.count() == all.count() - 1) {
      return List.of(new Extent.NoneOf(fact, List.of(), false));
    }
    return List.of(new Extent.AnyOf(ranges(stated), absent));
  }

  /** Neighbouring parts come together. */
  private List<Condition> ranges(Parts stated) {
    List<Condition> ranges = new ArrayList<>();
    for (int[] run : Runs.of(stated, size())) {
      ranges.add(new Condition.InRange(fact, new Range(lower(run[0]), upper(run[1]))));
    }
    return ranges;
  }

  private Range.@Nullable Bound lower(int part) {
    Exact low = low(part);
    return low == null || (isQuantity() && low.signum() < 0)
        ? null
        : new Range.Bound(low, isPoint(part));
  }

  private Range.@Nullable Bound upper(int part) {
    Exact high = high(part);
    return high == null ? null : new Range.Bound(high, isPoint(part));
  }
}
