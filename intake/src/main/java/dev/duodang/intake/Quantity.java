package dev.duodang.intake;

import dev.duodang.pricing.money.Exact;
import java.math.BigDecimal;

/** Reads numbers that count or measure something: exact, from 0, of a sane size. */
final class Quantity {

  static final String ALLOWED = "a number from 0 to 1000000000000, as 2.5";

  private static final Exact MAX = Exact.of(1_000_000_000_000L);
  private static final int EXPONENT_TEXT_MAX = 60;

  private Quantity() {}

  /**
   * Reads one; an exponent is taken as long as the number is of a sane size.
   *
   * @throws IllegalArgumentException with what is wrong
   */
  static Exact parse(CharSequence text) {
    Exact number = number(text);
    if (number.signum() < 0 || number.compareTo(MAX) > 0) {
      throw new IllegalArgumentException("is not between 0 and " + MAX);
    }
    return number;
  }

  private static Exact number(CharSequence text) {
    try {
      return hasExponent(text) ? Exact.parse(plain(text)) : Exact.parse(text);
    } catch (NumberFormatException malformed) {
      throw new IllegalArgumentException(
          "is not a plain decimal with at most 18 digits on each side of the point", malformed);
    }
  }

  private static boolean hasExponent(CharSequence text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 'e' || c == 'E') {
        return true;
      }
    }
    return false;
  }

  private static String plain(CharSequence text) {
    if (text.length() > EXPONENT_TEXT_MAX) {
      throw new NumberFormatException("too long");
    }
    BigDecimal number = new BigDecimal(text.toString());
    if (Math.abs((long) number.scale()) > 18 || number.precision() > 36) {
      throw new NumberFormatException("too large or too fine");
    }
    return number.toPlainString();
  }
}
