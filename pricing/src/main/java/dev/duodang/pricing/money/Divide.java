package dev.duodang.pricing.money;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Whole-number division with every rounding mode, and the text of a scaled number. */
final class Divide {

  private Divide() {}

  static long round(long dividend, long divisor, RoundingMode mode) {
    long quotient = dividend / divisor;
    long remainder = dividend - quotient * divisor;
    if (remainder == 0) {
      return quotient;
    }
    int sign = (dividend ^ divisor) < 0 ? -1 : 1;
    return awayFromZero(remainder, divisor, quotient, sign, mode) ? quotient + sign : quotient;
  }

  private static boolean awayFromZero(
      long remainder, long divisor, long quotient, int sign, RoundingMode mode) {
    int half = Long.compare(Math.abs(remainder), Math.abs(divisor) - Math.abs(remainder));
    return switch (mode) {
      case UP -> true;
      case DOWN -> false;
      case CEILING -> sign > 0;
      case FLOOR -> sign < 0;
      case HALF_UP -> half >= 0;
      case HALF_DOWN -> half > 0;
      case HALF_EVEN -> half > 0 || (half == 0 && (quotient & 1) != 0);
      case UNNECESSARY -> throw new ArithmeticException("rounding is needed");
    };
  }

  /** {@code 5350} at scale 2 is {@code 53.50}. */
  static String decimalText(long unscaled, int scale) {
    if (unscaled == Long.MIN_VALUE) {
      return BigDecimal.valueOf(unscaled, scale).toPlainString();
    }
    String digits = Long.toString(Math.abs(unscaled));
    StringBuilder text = new StringBuilder(digits.length() + scale + 2);
    if (unscaled < 0) {
      text.append('-');
    }
    int whole = digits.length() - scale;
    if (whole <= 0) {
      text.append("0.").repeat('0', -whole).append(digits);
    } else {
      text.append(digits, 0, whole).append('.').append(digits, whole, digits.length());
    }
    return text.toString();
  }
}
