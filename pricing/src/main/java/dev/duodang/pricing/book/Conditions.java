package dev.duodang.pricing.book;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a tier or modifier asks; all of it must hold. Nothing asked admits every order. */
public record Conditions(List<Condition> all) {

  public static final Conditions NONE = new Conditions(List.of());

  public Conditions {
    all = List.copyOf(all);
    Set<Dimension> seen = new HashSet<>();
    for (Condition condition : all) {
      if (condition instanceof Condition.OneOf set && !seen.add(set.dimension())) {
        throw new IllegalArgumentException(
            "two conditions on " + set.dimension().key() + "; write one with in and not");
      }
    }
  }

  /** The set condition on a dimension, or null when there is none. */
  public Condition.@Nullable OneOf on(Dimension dimension) {
    for (Condition condition : all) {
      if (condition instanceof Condition.OneOf set && set.dimension().equals(dimension)) {
        return set;
      }
    }
    return null;
  }

  /** Whether the order's status is among what is asked. */
  public boolean namesStatus() {
    return all.stream().anyMatch(Condition.InStatus.class::isInstance);
  }
}
