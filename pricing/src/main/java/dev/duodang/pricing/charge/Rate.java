package dev.duodang.pricing.charge;

import dev.duodang.pricing.money.Exact;

/** A charge model: from a quantity of at least 0 to an exact amount in major units. */
public sealed interface Rate
    permits Flat, PerUnit, Graduated, Volume, Packages, Percentage, Distance {

  /** The exact amount for a quantity that {@link #covers} admits. */
  Exact amount(Exact quantity);

  /** The computation with its numbers, without the result: {@code 30.00 + 9.4 × 2.50}. */
  String formula(Exact quantity);

  /** Whether the model has a price for this quantity; false beyond a closed last step. */
  default boolean covers(Exact quantity) {
    return true;
  }
}
