package dev.duodang.pricing.charge;

import dev.duodang.pricing.money.Exact;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Turns a measured quantity into the unit that is priced: seconds into minutes, metres into started
 * kilometres.
 *
 * @param factor greater than 0
 * @param rounding how the converted quantity is rounded; null for not at all
 * @param precision decimals kept when rounding
 */
public record Conversion(
    Operation operation, Exact factor, @Nullable RoundingMode rounding, int precision) {

  /** Whether the factor multiplies or divides. */
  public enum Operation {
    MULTIPLY,
    DIVIDE
  }

  public Conversion {
    if (factor.signum() <= 0 || precision < 0 || precision > 12) {
      throw new IllegalArgumentException(
          "a conversion needs a factor above 0 and a precision from 0 to 12, not "
              + factor
              + " and "
              + precision);
    }
  }

  Exact convert(Exact quantity) {
    Exact converted =
        switch (operation) {
          case MULTIPLY -> quantity.times(factor);
          case DIVIDE -> quantity.dividedBy(factor);
        };
    return rounding == null ? converted : converted.round(precision, rounding);
  }
}
