package dev.duodang.pricing.proof;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a tier wins on some order.
 *
 * @param example such an order; null when there is none, or when it is undecided
 * @param undecided what was too much work to look at; empty once it is decided
 */
record Reach(@Nullable Example example, List<Box> undecided) {

  static final Reach NONE = new Reach(null, List.of());

  boolean isUnreachable() {
    return example == null && undecided.isEmpty();
  }
}
