package dev.duodang.pricing.book;

import dev.duodang.pricing.money.Exact;

/** The amounts, in major units, that a person may enter: both ends belong to it. */
public record QuoteRange(Exact minimum, Exact maximum) {

  public QuoteRange {
    if (minimum.signum() < 0 || minimum.compareTo(maximum) > 0) {
      throw new IllegalArgumentException(
          "quote from " + minimum + " to " + maximum + " must rise from at least 0");
    }
  }

  public boolean contains(Exact amount) {
    return amount.compareTo(minimum) >= 0 && amount.compareTo(maximum) <= 0;
  }

  /** {@code [100.00, 2000.00]}. */
  @Override
  public String toString() {
    return "[" + minimum + ", " + maximum + "]";
  }
}
