package dev.duodang.pricing.rating;

import dev.duodang.pricing.book.Condition;
import dev.duodang.pricing.book.Dimension;
import dev.duodang.pricing.book.Range;
import dev.duodang.pricing.order.OrderStatus;
import dev.duodang.pricing.order.ServicePath;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** For one fact: under each of its numbers the rows that admit it. */
final class Axis {

  private final int key;
  private final long[][] possible;
  private final long @Nullable [][] certain;

  /** Under which of the fact's numbers something is open. */
  private final boolean[] open;

  private Axis(int key, long[][] possible, long @Nullable [][] certain) {
    this.key = key;
    this.possible = possible;
    this.certain = certain;
    this.open = new boolean[possible.length];
    for (int id = 0; certain != null && id < open.length; id++) {
      open[id] = !Arrays.equals(possible[id], certain[id]);
    }
  }

  /** The fact's place among the book's keys. */
  int key() {
    return key;
  }

  /** By the fact's number, the rows that admit the value or leave it open. */
  long[][] possible() {
    return possible;
  }

  /** By the fact's number, the rows that admit it; null where nothing can be open. */
  long @Nullable [][] certain() {
    return certain;
  }

  /** Whether the fact's number leaves open whether some row admits it. */
  boolean isOpen(int id) {
    return open[id];
  }

  static Axis ofValue(int place, Key.OfValue key, List<Row> rows) {
    long[][] sets = emptySets(key.size(), rows.size());
    for (int row = 0; row < rows.size(); row++) {
      Test.@Nullable InSet test = find(rows.get(row), key.dimension());
      for (int id = 0; id < key.size(); id++) {
        if (test == null || (test.included().isEmpty() && id <= Key.OTHER)) {
          Bits.set(sets[id], rows.size(), row);
        }
      }
      if (test != null) {
        paint(sets, key, test, rows.size(), row);
      }
    }
    return new Axis(place, finished(sets, rows.size()), null);
  }

  private static void paint(long[][] sets, Key.OfValue key, Test.InSet test, int rows, int row) {
    boolean tree = key.dimension() == Dimension.Standard.SERVICE;
    if (!tree && !test.included().isEmpty() && test.excluded().isEmpty()) {
      test.included().forEach(value -> Bits.set(sets[key.idOf(value)], rows, row));
      return;
    }
    key.ids()
        .forEach(
            (value, id) -> {
              boolean in = test.included().isEmpty() || names(test.included(), value, tree);
              if (in && !names(test.excluded(), value, tree)) {
                Bits.set(sets[id], rows, row);
              }
            });
  }

  private static boolean names(java.util.Set<String> nodes, String value, boolean tree) {
    if (!tree || nodes.contains(value)) {
      return nodes.contains(value);
    }
    ServicePath path = ServicePath.of(value);
    return nodes.stream().anyMatch(node -> path.isUnder(ServicePath.of(node)));
  }

  private static Test.@Nullable InSet find(Row row, Dimension dimension) {
    for (Asked asked : row.asked()) {
      if (asked.test() instanceof Test.InSet set && set.dimension().equals(dimension)) {
        return set;
      }
    }
    return null;
  }

  static Axis ofNumber(int place, Key.OfNumber key, List<Row> rows) {
    long[][] sets = emptySets(key.size(), rows.size());
    for (int row = 0; row < rows.size(); row++) {
      int from = 0;
      int to = key.size() - 1;
      for (Asked asked : rows.get(row).asked()) {
        if (asked.condition() instanceof Condition.InRange range
            && range.number().equals(key.fact())) {
          from = Math.max(from, firstId(key, range.range()));
          to = Math.min(to, lastId(key, range.range()));
        }
      }
      for (int id = from; id <= to; id++) {
        Bits.set(sets[id], rows.size(), row);
      }
    }
    return new Axis(place, finished(sets, rows.size()), null);
  }

  private static int firstId(Key.OfNumber key, Range range) {
    Range.Bound lower = range.lower();
    return lower == null ? 1 : key.idOf(lower.value()) + (lower.inclusive() ? 0 : 1);
  }

  private static int lastId(Key.OfNumber key, Range range) {
    Range.Bound upper = range.upper();
    return upper == null ? key.size() - 1 : key.idOf(upper.value()) - (upper.inclusive() ? 0 : 1);
  }

  static Axis ofStatus(int place, List<Row> rows) {
    long[][] sets = emptySets(OrderStatus.values().length, rows.size());
    for (int row = 0; row < rows.size(); row++) {
      for (OrderStatus status : OrderStatus.values()) {
        if (admits(rows.get(row), status)) {
          Bits.set(sets[Key.OfStatus.idOf(status)], rows.size(), row);
        }
      }
    }
    return new Axis(place, finished(sets, rows.size()), null);
  }

  private static boolean admits(Row row, OrderStatus status) {
    for (Asked asked : row.asked()) {
      if (asked.condition() instanceof Condition.InStatus in && !in.statuses().contains(status)) {
        return false;
      }
      if (asked.test() instanceof Test.NotCancelled && status == OrderStatus.CANCELLED) {
        return false;
      }
    }
    return true;
  }

  static Axis ofRegion(int place, int regions, List<Row> rows) {
    long[][] possible = emptySets(regions + 1, rows.size());
    long[][] certain = emptySets(regions + 1, rows.size());
    for (int row = 0; row < rows.size(); row++) {
      Test.@Nullable InRegions test = regionTest(rows.get(row));
      for (int id = 0; id <= regions; id++) {
        Truth truth = test == null ? Truth.HOLDS : test.ofRegion(id - 1);
        if (truth != Truth.FAILS) {
          Bits.set(possible[id], rows.size(), row);
        }
        if (truth == Truth.HOLDS) {
          Bits.set(certain[id], rows.size(), row);
        }
      }
    }
    return new Axis(place, finished(possible, rows.size()), finished(certain, rows.size()));
  }

  private static Test.@Nullable InRegions regionTest(Row row) {
    for (Asked asked : row.asked()) {
      if (asked.test() instanceof Test.InRegions regions) {
        return regions;
      }
    }
    return null;
  }

  private static long[][] emptySets(int size, int rows) {
    long[][] sets = new long[size][];
    for (int id = 0; id < size; id++) {
      sets[id] = Bits.empty(rows);
    }
    return sets;
  }

  /** Summarises the sets and keeps one copy of equal ones, so that they share the cache. */
  private static long[][] finished(long[][] sets, int rows) {
    Map<Content, long[]> known = new HashMap<>();
    for (int id = 0; id < sets.length; id++) {
      Bits.summarise(sets[id], rows);
      long[] set = sets[id];
      sets[id] = known.computeIfAbsent(new Content(set, Arrays.hashCode(set)), _ -> set);
    }
    return sets;
  }

  /** A set compared by what is in it. */
  private static final class Content {
    private final long[] set;
    private final int hash;

    Content(long[] set, int hash) {
      this.set = set;
      this.hash = hash;
    }

    @Override
    public int hashCode() {
      return hash;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Content content && Arrays.equals(set, content.set);
    }
  }
}
