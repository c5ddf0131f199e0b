package dev.duodang.pricing.charge;

import dev.duodang.pricing.money.Exact;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * A charge model with everything around it, applied in this order: convert the quantity and round
 * it, subtract free units, price, discount, multiply and divide, round, maximum, minimum. The order
 * is that of OpenMeter where its tests state one.
 *
 * @param freeUnits subtracted from the converted quantity, not below 0
 * @param discountPercent taken off the price, 0 for none
 * @param multiplier and {@code divisor}: a last factor, as for net prices out of gross ones
 * @param rounding a rounding before the limits; null where the line's own rounding is enough
 */
public record Tariff(
    Rate rate,
    @Nullable Conversion conversion,
    Exact freeUnits,
    Exact discountPercent,
    Exact multiplier,
    Exact divisor,
    @Nullable StatedRounding rounding,
    @Nullable Exact minimum,
    @Nullable Exact maximum) {

  /** A rounding stated by a price: each step's line, or the total. */
  public record StatedRounding(int scale, RoundingMode mode, boolean eachLine) {}

  public Tariff {
    if (freeUnits.signum() < 0 || divisor.signum() <= 0) {
      throw new IllegalArgumentException("free units must be at least 0 and a divisor above 0");
    }
    if (minimum != null && maximum != null && minimum.compareTo(maximum) > 0) {
      throw new IllegalArgumentException("minimum " + minimum + " is above maximum " + maximum);
    }
  }

  /** The model alone, with nothing around it. */
  public static Tariff of(Rate rate) {
    return new Tariff(rate, null, Exact.ZERO, Exact.ZERO, Exact.ONE, Exact.ONE, null, null, null);
  }

  public Tariff within(@Nullable Exact minimum, @Nullable Exact maximum) {
    return new Tariff(
        rate,
        conversion,
        freeUnits,
        discountPercent,
        multiplier,
        divisor,
        rounding,
        minimum,
        maximum);
  }

  /** The quantity that the model prices: converted, rounded, without the free units. */
  public Exact pricedQuantity(Exact measured) {
    Exact converted = conversion == null ? measured : conversion.convert(measured);
    return freeUnits.signum() == 0 ? converted : converted.minus(freeUnits).orZero();
  }

  /** Whether there is a price for this measured quantity. */
  public boolean covers(Exact measured) {
    return rate.covers(pricedQuantity(measured));
  }

  /** The exact amount in major units for a measured quantity of at least 0. */
  public Exact amount(Exact measured) {
    Exact amount = finished(modelAmount(pricedQuantity(measured)));
    Exact lowered = maximum == null ? amount : amount.min(maximum);
    return minimum == null ? lowered : lowered.max(minimum);
  }

  /** Whether the amount lies between minimum and maximum without being moved there. */
  public boolean isWithinLimits(Exact measured) {
    Exact amount = finished(modelAmount(pricedQuantity(measured)));
    return (minimum == null || amount.compareTo(minimum) >= 0)
        && (maximum == null || amount.compareTo(maximum) <= 0);
  }

  /** The computation with its numbers, without the result. */
  public String formula(Exact measured) {
    Exact quantity = pricedQuantity(measured);
    String text = rate.formula(quantity);
    Exact amount = finished(modelAmount(quantity));
    if (discountPercent.signum() != 0) {
      text = "(" + text + ") × " + Exact.HUNDRED.minus(discountPercent).toShortString() + "%";
    }
    if (!multiplier.equals(Exact.ONE)) {
      text = "(" + text + ") × " + multiplier.toShortString();
    }
    if (!divisor.equals(Exact.ONE)) {
      text = "(" + text + ") ÷ " + divisor.toShortString();
    }
    if (maximum != null && amount.compareTo(maximum) > 0) {
      return "min(" + text + ", " + maximum + ")";
    }
    return minimum != null && amount.compareTo(minimum) < 0
        ? "max(" + text + ", " + minimum + ")"
        : text;
  }

  private Exact modelAmount(Exact quantity) {
    if (rounding != null && rounding.eachLine) {
      return switch (rate) {
        case Graduated graduated ->
            graduated.amountOfRoundedLines(quantity, rounding.scale, rounding.mode);
        case Volume volume -> volume.amountOfRoundedLines(quantity, rounding.scale, rounding.mode);
        case Flat _, PerUnit _, Packages _, Percentage _, Distance _ -> rate.amount(quantity);
      };
    }
    return rate.amount(quantity);
  }

  private Exact finished(Exact amount) {
    Exact result = amount;
    if (discountPercent.signum() != 0) {
      result = result.percent(Exact.HUNDRED.minus(discountPercent));
    }
    if (!multiplier.equals(Exact.ONE)) {
      result = result.times(multiplier);
    }
    if (!divisor.equals(Exact.ONE)) {
      result = result.dividedBy(divisor);
    }
    return rounding == null ? result : result.round(rounding.scale, rounding.mode);
  }
}
