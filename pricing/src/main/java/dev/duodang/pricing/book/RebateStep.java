package dev.duodang.pricing.book;

import dev.duodang.pricing.money.Exact;
import org.jspecify.annotations.Nullable;

/**
 * One step of a rebate: a percentage of the amount, a price for each unit of what is measured, and
 * an amount once; what is left out is 0.
 *
 * @param upTo the measure at which the step ends, itself included; null for the open last step
 */
public record RebateStep(@Nullable Exact upTo, Exact percent, Exact price, Exact flat) {

  /** The greatest percentage: all of the amount. */
  public RebateStep {
    if (percent.signum() < 0 || percent.compareTo(Exact.HUNDRED) > 0) {
      throw new IllegalArgumentException("percent " + percent + " must be between 0 and 100");
    }
    if (price.signum() < 0 || flat.signum() < 0) {
      throw new IllegalArgumentException("a rebate gives, so that its price is at least 0");
    }
  }

  public static RebateStep percent(@Nullable Exact upTo, Exact percent) {
    return new RebateStep(upTo, percent, Exact.ZERO, Exact.ZERO);
  }
}
