package dev.duodang.pricing.charge;

import dev.duodang.pricing.money.Exact;

/**
 * A price for each package of {@code size} units beyond the free ones: 5.00 per started 7 days
 * beyond 3 free days, 11 days are 2 packages. Never negative.
 *
 * @param started whether a started package counts; else only full ones do
 */
public record Packages(Exact size, Exact price, Exact free, boolean started) implements Rate {

  public Packages {
    if (size.signum() <= 0) {
      throw new IllegalArgumentException("package size " + size + " must be greater than 0");
    }
    if (free.signum() < 0) {
      throw new IllegalArgumentException("free units " + free + " must be at least 0");
    }
  }

  @Override
  public Exact amount(Exact quantity) {
    return price.times(count(quantity));
  }

  @Override
  public String formula(Exact quantity) {
    if (quantity.compareTo(free) < 0) {
      return "0 × " + price;
    }
    String beyond =
        free.signum() == 0
            ? quantity.toShortString()
            : "(" + quantity.toShortString() + " − " + free.toShortString() + ")";
    String brackets =
        started
            ? "⌈" + beyond + " ÷ " + size.toShortString() + "⌉"
            : "⌊" + beyond + " ÷ " + size.toShortString() + "⌋";
    return brackets + " × " + price;
  }

  private Exact count(Exact quantity) {
    Exact beyond = quantity.minus(free).orZero();
    return started ? beyond.startedSteps(size) : beyond.fullSteps(size);
  }
}
