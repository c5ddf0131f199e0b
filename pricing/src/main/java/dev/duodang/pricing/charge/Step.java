package dev.duodang.pricing.charge;

import dev.duodang.pricing.money.Exact;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * One step of a graduated or volume price.
 *
 * @param upTo the cumulative quantity at which the step ends; null for the open last step
 * @param unitPrice the price of a unit, or of a started block
 * @param flat due once when the step is entered
 * @param block units a price is for, a started block counts; null for single units
 * @param cap the most the step may come to; null for no limit
 */
public record Step(
    @Nullable Exact upTo, Exact unitPrice, Exact flat, @Nullable Exact block, @Nullable Exact cap) {

  public Step {
    if (block != null && block.signum() <= 0) {
      throw new IllegalArgumentException("block " + block + " must be greater than 0");
    }
  }

  public static Step of(@Nullable Exact upTo, Exact unitPrice, Exact flat) {
    return new Step(upTo, unitPrice, flat, null, null);
  }

  Exact amount(Exact quantity, Graduated.Unit unit) {
    Exact total = usage(quantity, unit).plus(flat);
    return cap == null ? total : total.min(cap);
  }

  Exact roundedParts(Exact quantity, Graduated.Unit unit, int scale, RoundingMode mode) {
    Exact total = usage(quantity, unit).round(scale, mode).plus(flat.round(scale, mode));
    return cap == null ? total : total.min(cap);
  }

  private Exact usage(Exact quantity, Graduated.Unit unit) {
    Exact units = block == null ? quantity : quantity.startedSteps(block);
    return switch (unit) {
      case PRICE -> unitPrice.times(units);
      case PERCENT -> unitPrice.times(units).percent(Exact.ONE);
    };
  }

  /** {@code 9.4 × 2.50 + 10.00}, capped as {@code min(…, 200.00)}. */
  String formula(Exact quantity, String unitSuffix) {
    Exact units = block == null ? quantity : quantity.startedSteps(block);
    String usage = units.toShortString() + " × " + unitPrice + unitSuffix;
    String text =
        flat.signum() == 0
            ? usage
            : unitPrice.signum() == 0 ? flat.toString() : usage + " + " + flat;
    return cap == null ? text : "min(" + text + ", " + cap + ")";
  }
}
