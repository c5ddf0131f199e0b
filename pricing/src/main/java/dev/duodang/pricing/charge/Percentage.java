package dev.duodang.pricing.charge;

import dev.duodang.pricing.money.Exact;
import org.jspecify.annotations.Nullable;

/**
 * A percentage of an amount above a free part, plus a fixed part, within a minimum and maximum: 60
 * % of 180.00 is 108.00. Nothing is due on an amount of 0.
 *
 * @param percent hundredths of the amount
 * @param fixed due once with any amount above the free part
 * @param free the part of the amount that is not charged
 */
public record Percentage(
    Exact percent, Exact fixed, Exact free, @Nullable Exact minimum, @Nullable Exact maximum)
    implements Rate {

  public static Percentage of(Exact percent) {
    return new Percentage(percent, Exact.ZERO, Exact.ZERO, null, null);
  }

  @Override
  public Exact amount(Exact base) {
    Exact charged = charged(base);
    if (charged.signum() == 0) {
      return Exact.ZERO;
    }
    Exact amount = charged.percent(percent).plus(fixed);
    Exact raised = minimum == null ? amount : amount.max(minimum);
    return maximum == null ? raised : raised.min(maximum);
  }

  @Override
  public String formula(Exact base) {
    if (charged(base).signum() == 0) {
      return "0";
    }
    String charged = free.signum() == 0 ? base.toString() : "(" + base + " − " + free + ")";
    String text =
        charged
            + " × "
            + percent.toShortString()
            + "%"
            + (fixed.signum() == 0 ? "" : " + " + fixed);
    String raised = minimum == null ? text : "max(" + text + ", " + minimum + ")";
    return maximum == null ? raised : "min(" + raised + ", " + maximum + ")";
  }

  /** A negative base, as in a reversal, is charged in full: its sign carries through. */
  private Exact charged(Exact base) {
    return base.signum() < 0 ? base : base.minus(free).orZero();
  }
}
