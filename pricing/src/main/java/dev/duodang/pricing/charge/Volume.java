package dev.duodang.pricing.charge;

import dev.duodang.pricing.money.Exact;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * The whole quantity at the price of the step it falls in, plus that step's flat fee. Steps with
 * only flat fees make a stairstep.
 *
 * @param selectedBy picks the step instead of the quantity, as when a month is prorated; else null
 */
public record Volume(Steps steps, boolean chargeZero, @Nullable Exact selectedBy) implements Rate {

  @Override
  public Exact amount(Exact quantity) {
    if (quantity.signum() == 0 && !chargeZero) {
      return Exact.ZERO;
    }
    return stepFor(quantity).amount(steps.priced(quantity), Graduated.Unit.PRICE);
  }

  /** The amount when usage and flat fee are lines of their own, each rounded. */
  Exact amountOfRoundedLines(Exact quantity, int scale, RoundingMode mode) {
    if (quantity.signum() == 0 && !chargeZero) {
      return Exact.ZERO;
    }
    return stepFor(quantity)
        .roundedParts(steps.priced(quantity), Graduated.Unit.PRICE, scale, mode);
  }

  @Override
  public String formula(Exact quantity) {
    return quantity.signum() == 0 && !chargeZero
        ? "0"
        : stepFor(quantity).formula(steps.priced(quantity), "");
  }

  @Override
  public boolean covers(Exact quantity) {
    return steps.covers(selectedBy == null ? quantity : selectedBy);
  }

  private Step stepFor(Exact quantity) {
    Exact selecting = steps.priced(selectedBy == null ? quantity : selectedBy);
    for (Step step : steps.steps()) {
      if (steps.endsAtOrAfter(step, selecting)) {
        return step;
      }
    }
    return steps.last();
  }
}
