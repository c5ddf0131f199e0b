package dev.duodang.pricing.proof;

import dev.duodang.pricing.book.Condition;
import dev.duodang.pricing.book.Dimension;
import dev.duodang.pricing.order.Code;
import dev.duodang.pricing.order.ServicePath;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A fact with values: absent, any value that the book does not name, and a part for each value that
 * it names. A named service is the part of itself and what lies under it, but not under a deeper
 * named one.
 */
final class ValueAspect implements Aspect {

  static final int OTHER = 1;
  private static final int NAMED = 2;

  private final Dimension dimension;
  private final List<String> named;
  private final Map<String, Integer> parts = new HashMap<>();
  private final @Nullable String other;
  private final Parts all;

  /**
   * @param other a value that the book does not name; null when there is none
   */
  ValueAspect(Dimension dimension, SortedSet<String> named, @Nullable String other) {
    this.dimension = dimension;
    this.named = List.copyOf(named);
    this.other = other;
    for (String value : this.named) {
      parts.put(value, NAMED + parts.size());
    }
    this.all = Parts.where(size(), part -> part != OTHER || other != null);
  }

  Dimension dimension() {
    return dimension;
  }

  /** A value in a part, or null for the absent one. */
  @Nullable String value(int part) {
    return part == ABSENT ? null : part == OTHER ? other : named.get(part - NAMED);
  }

  @Override
  public int size() {
    return NAMED + named.size();
  }

  @Override
  public Parts all() {
    return all;
  }

  @Override
  public boolean ofItem() {
    return dimension.ofItem();
  }

  @Override
  public @Nullable Parts admittedBy(Condition condition) {
    if (!(condition instanceof Condition.OneOf set) || !set.dimension().equals(dimension)) {
      return null;
    }
    Parts in = set.included().isEmpty() ? all : under(set.included());
    return in.minus(under(set.excluded()));
  }

  private Parts under(Set<Code> values) {
    Parts under = Parts.none(size());
    for (Code value : values) {
      under = under.or(under(value.text()));
    }
    return under;
  }

  private Parts under(String value) {
    if (dimension != Dimension.Standard.SERVICE) {
      return Parts.only(size(), parts.getOrDefault(value, OTHER));
    }
    ServicePath node = ServicePath.of(value);
    return Parts.where(
        size(), part -> part >= NAMED && ServicePath.of(named.get(part - NAMED)).isUnder(node));
  }

  @Override
  public List<Extent> extents(Parts chosen) {
    if (chosen.equals(all)) {
      return List.of();
    }
    if (chosen.equals(Parts.only(size(), ABSENT))) {
      return List.of(new Extent.Absent(dimension));
    }
    boolean absent = chosen.has(ABSENT);
    Extent extent =
        chosen.has(OTHER)
            ? new Extent.NoneOf(dimension, inside(all.minus(chosen)), absent)
            : new Extent.AnyOf(inside(chosen), absent);
    return List.of(extent);
  }

  /** For named parts: each node whose parent is not among them, without what is not, below it. */
  private List<Condition> inside(Parts chosen) {
    Map<SortedSet<String>, SortedSet<String>> nodesByHoles = new HashMap<>();
    chosen.forEach(
        part -> {
          if (part >= NAMED && !chosen.has(parentOf(part))) {
            nodesByHoles
                .computeIfAbsent(holes(part, chosen), _ -> new TreeSet<>())
                .add(named.get(part - NAMED));
          }
        });
    return nodesByHoles.entrySet().stream()
        .sorted(Comparator.comparing(entry -> entry.getValue().first()))
        .<Condition>map(
            entry -> new Condition.OneOf(dimension, codes(entry.getValue()), codes(entry.getKey())))
        .toList();
  }

  private SortedSet<String> holes(int node, Parts chosen) {
    return under(named.get(node - NAMED)).minus(chosen).stream()
        .filter(part -> chosen.has(parentOf(part)))
        .mapToObj(part -> named.get(part - NAMED))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<Code> codes(Set<String> values) {
    return values.stream().map(Code::of).collect(Collectors.toSet());
  }

  /** The part of the nearest named node above. */
  private int parentOf(int part) {
    String path = named.get(part - NAMED);
    int slash = dimension == Dimension.Standard.SERVICE ? path.lastIndexOf('/') : -1;
    while (slash >= 0) {
      path = path.substring(0, slash);
      Integer above = parts.get(path);
      if (above != null) {
        return above;
      }
      slash = path.lastIndexOf('/');
    }
    return OTHER;
  }
}
