package dev.duodang.pricing.rating;

import dev.duodang.pricing.book.Condition;
import dev.duodang.pricing.book.Dimension;
import dev.duodang.pricing.book.NumberFact;
import dev.duodang.pricing.book.Range;
import dev.duodang.pricing.money.Exact;
import dev.duodang.pricing.region.RegionTree;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The facts that a book's tiers ask for, each with its key; and a category's axes over them. */
final class Keys {

  private Keys() {}

  static List<Key> of(Collection<List<Row>> categories, RegionTree tree) {
    Map<Dimension, SortedSet<String>> values = new LinkedHashMap<>();
    Map<NumberFact, SortedSet<Exact>> bounds = new LinkedHashMap<>();
    boolean region = false;
    for (List<Row> rows : categories) {
      for (Row row : rows) {
        for (Asked asked : row.asked()) {
          switch (asked.test()) {
            case Test.InSet set -> {
              SortedSet<String> named =
                  values.computeIfAbsent(set.dimension(), _ -> new TreeSet<>());
              named.addAll(set.included());
              named.addAll(set.excluded());
            }
            case Test.InRange range -> addBounds(bounds, range.condition());
            case Test.InRegions _ -> region = true;
            case Test.Other _,
                Test.InCalendar _,
                Test.OfPromise _,
                Test.OfExpression _,
                Test.NotCancelled _,
                Test.Valid _ -> {}
          }
        }
      }
    }
    List<Key> keys = new ArrayList<>();
    keys.add(new Key.OfStatus());
    if (region) {
      keys.add(new Key.OfRegion(tree.size() + 1));
    }
    values.forEach((dimension, named) -> keys.add(Key.OfValue.of(dimension, named)));
    bounds.forEach((fact, ends) -> keys.add(Key.OfNumber.of(fact, ends)));
    return List.copyOf(keys);
  }

  private static void addBounds(
      Map<NumberFact, SortedSet<Exact>> bounds, Condition.InRange condition) {
    SortedSet<Exact> ends = bounds.computeIfAbsent(condition.number(), _ -> new TreeSet<>());
    Range.@Nullable Bound lower = condition.range().lower();
    Range.@Nullable Bound upper = condition.range().upper();
    if (lower != null) {
      ends.add(lower.value());
    }
    if (upper != null) {
      ends.add(upper.value());
    }
  }

  /** An axis for each key that at least one row asks for; the status for all. */
  static List<Axis> axes(List<Key> keys, List<Row> rows) {
    List<Axis> axes = new ArrayList<>();
    for (int place = 0; place < keys.size(); place++) {
      Key key = keys.get(place);
      if (rows.stream().anyMatch(row -> asksFor(row, key))) {
        axes.add(axis(place, key, rows));
      }
    }
    return axes;
  }

  private static boolean asksFor(Row row, Key key) {
    return row.asked().stream()
        .anyMatch(
            asked ->
                switch (key) {
                  case Key.OfStatus _ -> true;
                  case Key.OfRegion _ -> asked.test() instanceof Test.InRegions;
                  case Key.OfValue value ->
                      asked.test() instanceof Test.InSet set
                          && set.dimension().equals(value.dimension());
                  case Key.OfNumber number ->
                      asked.test() instanceof Test.InRange range
                          && range.condition().number().equals(number.fact());
                });
  }

  private static Axis axis(int place, Key key, List<Row> rows) {
    return switch (key) {
      case Key.OfStatus _ -> Axis.ofStatus(place, rows);
      case Key.OfRegion region -> Axis.ofRegion(place, region.size() - 1, rows);
      case Key.OfValue value -> Axis.ofValue(place, value, rows);
      case Key.OfNumber number -> Axis.ofNumber(place, number, rows);
    };
  }
}
