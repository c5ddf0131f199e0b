package dev.duodang.pricing.charge;

import dev.duodang.pricing.money.Exact;
import java.util.List;

/**
 * The steps of a price, in rising order of their ends.
 *
 * @param steps at least one; only the last may be open
 * @param beyondLast what happens to a quantity above a closed last step
 * @param bound whether a quantity equal to {@code upTo} still belongs to the step
 */
public record Steps(List<Step> steps, BeyondLast beyondLast, Bound bound) {

  /** What happens to a quantity above the last step's end. */
  public enum BeyondLast {
    LAST_PRICE,
    REFUSED,
    FREE,
    /** Nobody said: refused, and a book whose last step is closed cannot be published. */
    UNSTATED
  }

  /** Which step a quantity equal to {@code upTo} belongs to. */
  public enum Bound {
    INCLUSIVE,
    EXCLUSIVE
  }

  public Steps {
    steps = List.copyOf(steps);
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("a stepped price needs at least one step");
    }
    Exact previous = Exact.ZERO;
    for (int i = 0; i < steps.size(); i++) {
      Exact end = steps.get(i).upTo();
      if (end == null && i < steps.size() - 1) {
        throw new IllegalArgumentException("only the last step may be open");
      }
      if (end != null && end.compareTo(previous) <= 0) {
        throw new IllegalArgumentException("step up to " + end + " must come after " + previous);
      }
      previous = end == null ? previous : end;
    }
  }

  public static Steps of(List<Step> steps) {
    return new Steps(steps, BeyondLast.UNSTATED, Bound.INCLUSIVE);
  }

  /** Whether {@code quantity} lies at or below the end of {@code step}. */
  boolean endsAtOrAfter(Step step, Exact quantity) {
    Exact end = step.upTo();
    if (end == null) {
      return true;
    }
    int order = quantity.compareTo(end);
    return order < 0 || (order == 0 && bound == Bound.INCLUSIVE);
  }

  /** Whether the last step ends and nobody said what a quantity above it costs. */
  public boolean endsUnstated() {
    return beyondLast == BeyondLast.UNSTATED && last().upTo() != null;
  }

  boolean covers(Exact quantity) {
    return switch (beyondLast) {
      case LAST_PRICE, FREE -> true;
      case REFUSED, UNSTATED -> endsAtOrAfter(last(), quantity);
    };
  }

  Step last() {
    return steps.get(steps.size() - 1);
  }

  /** The quantity that is priced: cut at the last step's end where the rest is free. */
  Exact priced(Exact quantity) {
    Exact end = last().upTo();
    return beyondLast == BeyondLast.FREE && end != null ? quantity.min(end) : quantity;
  }
}
