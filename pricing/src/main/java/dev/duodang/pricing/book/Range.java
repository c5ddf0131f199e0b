package dev.duodang.pricing.book;

import dev.duodang.pricing.money.Exact;
import org.jspecify.annotations.Nullable;

/**
 * An interval of numbers with explicit bounds; at least one side is bounded, and it is not empty.
 */
public record Range(@Nullable Bound lower, @Nullable Bound upper) {

  /** A bound that belongs to the interval or not. */
  public record Bound(Exact value, boolean inclusive) {}

  public Range {
    if (lower == null && upper == null) {
      throw new IllegalArgumentException("a range needs at least one of gt, gte, lt, lte");
    }
    if (lower != null && upper != null) {
      int order = lower.value.compareTo(upper.value);
      if (order > 0 || (order == 0 && !(lower.inclusive && upper.inclusive))) {
        throw new IllegalArgumentException(
            "range from " + lower.value + " to " + upper.value + " holds no number");
      }
    }
  }

  public boolean contains(Exact value) {
    return aboveLower(value) && belowUpper(value);
  }

  private boolean aboveLower(Exact value) {
    if (lower == null) {
      return true;
    }
    int order = value.compareTo(lower.value);
    return order > 0 || (order == 0 && lower.inclusive);
  }

  private boolean belowUpper(Exact value) {
    if (upper == null) {
      return true;
    }
    int order = value.compareTo(upper.value);
    return order < 0 || (order == 0 && upper.inclusive);
  }

  /** {@code ≥ 4, < 11}. */
  @Override
  public String toString() {
    String low = lower == null ? "" : (lower.inclusive ? "≥ " : "> ") + lower.value.toShortString();
    String high =
        upper == null ? "" : (upper.inclusive ? "≤ " : "< ") + upper.value.toShortString();
    return low.isEmpty() || high.isEmpty() ? low + high : low + ", " + high;
  }
}
