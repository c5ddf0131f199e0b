package dev.duodang.pricing.rating;

import dev.duodang.pricing.book.Dimension;
import dev.duodang.pricing.book.NumberFact;
import dev.duodang.pricing.money.Exact;
import dev.duodang.pricing.order.OrderStatus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** Turns one fact of a subject into a small number that bitmaps are kept under. */
sealed interface Key {

  int ABSENT = 0;
  int OTHER = 1;

  /** The number of the subject's value, from 0 to {@code size() - 1}. */
  int id(Subject subject);

  int size();

  /** Whether the fact can differ between the items of an order. */
  boolean ofItem();

  /** Whether a number can differ between the items of an order. */
  static boolean ofItem(NumberFact fact) {
    return !(fact == NumberFact.Standard.DISTANCE_METRES
        || fact == NumberFact.Standard.DURATION_SECONDS);
  }

  /** A fact with a list of values: 0 absent, 1 a value that no tier names, then the named ones. */
  record OfValue(Dimension dimension, Map<String, Integer> ids) implements Key {

    static OfValue of(Dimension dimension, SortedSet<String> named) {
      Map<String, Integer> ids = new HashMap<>();
      for (String value : named) {
        ids.put(value, ids.size() + 2);
      }
      return new OfValue(dimension, ids);
    }

    @Override
    public int id(Subject subject) {
      @Nullable String value = subject.text(dimension);
      return value == null ? ABSENT : idOf(value);
    }

    /** In a tree of paths, the number of the deepest named node that contains the value. */
    int idOf(String value) {
      Integer id = ids.get(value);
      String path = value;
      while (id == null && dimension == Dimension.Standard.SERVICE) {
        int slash = path.lastIndexOf('/');
        if (slash < 0) {
          return OTHER;
        }
        path = path.substring(0, slash);
        id = ids.get(path);
      }
      return id == null ? OTHER : id;
    }

    @Override
    public int size() {
      return ids.size() + 2;
    }

    @Override
    public boolean ofItem() {
      return dimension.ofItem();
    }
  }

  /** The region: 0 for all the world, else its place in the tree plus one. */
  record OfRegion(int size) implements Key {
    @Override
    public int id(Subject subject) {
      return subject.region() + 1;
    }

    @Override
    public boolean ofItem() {
      return false;
    }
  }

  /**
   * A number among sorted bounds: 0 absent, 1 below the first, then for each bound one id for equal
   * to it and one for above it.
   */
  record OfNumber(NumberFact fact, List<Exact> bounds) implements Key {

    static OfNumber of(NumberFact fact, SortedSet<Exact> bounds) {
      return new OfNumber(fact, new ArrayList<>(bounds));
    }

    @Override
    public int id(Subject subject) {
      @Nullable Exact value = subject.number(fact);
      return value == null ? ABSENT : idOf(value);
    }

    int idOf(Exact value) {
      int low = 0;
      int high = bounds.size();
      while (low < high) {
        int middle = (low + high) >>> 1;
        int order = bounds.get(middle).compareTo(value);
        if (order == 0) {
          return 2 * middle + 2;
        }
        if (order < 0) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return 2 * low + 1;
    }

    @Override
    public int size() {
      return 2 * bounds.size() + 2;
    }

    @Override
    public boolean ofItem() {
      return Key.ofItem(fact);
    }
  }

  /** The order's status. */
  record OfStatus() implements Key {
    @Override
    public int id(Subject subject) {
      return idOf(subject.order().status());
    }

    static int idOf(OrderStatus status) {
      return switch (status) {
        case OPEN -> 0;
        case COMPLETED -> 1;
        case VERIFIED -> 2;
        case CANCELLED -> 3;
      };
    }

    @Override
    public int size() {
      return OrderStatus.values().length;
    }

    @Override
    public boolean ofItem() {
      return false;
    }
  }
}
