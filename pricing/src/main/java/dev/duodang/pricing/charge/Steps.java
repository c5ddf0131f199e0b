package dev.duodang.pricing.charge;

import dev.duodang.pricing.money.Exact;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
    FREE
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
    @Nullable Exact previous = Exact.ZERO;
    for (Step step : steps) {
      if (previous == null || (step.upTo() != null && step.upTo().compareTo(previous) <= 0)) {
        throw new IllegalArgumentException(
            "step up to "
                + (step.upTo() == null ? "open" : step.upTo())
                + " must come after "
                + (previous == null ? "nothing: an open step is the last" : previous));
      }
      previous = step.upTo();
    }
  }

  public static Steps of(List<Step> steps) {
    return new Steps(steps, BeyondLast.REFUSED, Bound.INCLUSIVE);
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

  boolean covers(Exact quantity) {
    return beyondLast != BeyondLast.REFUSED || endsAtOrAfter(last(), quantity);
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
