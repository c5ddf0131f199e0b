package dev.duodang.pricing.order;

import dev.duodang.pricing.money.Exact;
import org.jspecify.annotations.Nullable;

/** The one check of stated quantities. */
final class Quantities {

  /** Larger than any real quantity, small enough that an amount times it stays exact and fast. */
  private static final Exact MAX = Exact.of(1_000_000_000_000L);

  private Quantities() {}

  static Exact checked(String what, Exact value) {
    if (value.signum() < 0 || value.compareTo(MAX) > 0) {
      throw new IllegalArgumentException(what + " \"" + value + "\" must be between 0 and " + MAX);
    }
    return value;
  }

  static @Nullable Exact checkedOrAbsent(String what, @Nullable Exact value) {
    return value == null ? null : checked(what, value);
  }
}
