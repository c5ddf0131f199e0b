package dev.duodang.pricing.money;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * An exact number: a decimal in a scaled {@code long} as long as that holds it, a fraction of big
 * integers otherwise. Both give the same results; the first is the usual path and allocates one
 * small object an operation. {@code 9.345 × 2.50 = 23.3625}, {@code 10 ÷ 3} stays ten thirds.
 *
 * <p>Equality is by value: {@code 2.50} equals {@code 2.5}.
 */
public final class Exact implements Comparable<Exact> {

  public static final Exact ZERO = new Exact(0, 0, null);
  public static final Exact ONE = new Exact(1, 0, null);
  public static final Exact HUNDRED = new Exact(100, 0, null);

  private static final int SCALE_MAX = 18;
  private static final long[] POWERS_OF_TEN = powersOfTen();

  /** The scaled decimal, meaningful while {@code fraction} is null. */
  private final long unscaled;

  private final int scale;
  private final @Nullable Fraction fraction;

  private Exact(long unscaled, int scale, @Nullable Fraction fraction) {
    this.unscaled = unscaled;
    this.scale = scale;
    this.fraction = fraction;
  }

  public static Exact of(long value) {
    return value == 0 ? ZERO : new Exact(value, 0, null);
  }

  /** The number {@code unscaled ÷ 10^scale}: {@code of(250, 2)} is 2.50. Scale from 0 to 18. */
  public static Exact of(long unscaled, int scale) {
    if (scale < 0 || scale > SCALE_MAX) {
      throw new IllegalArgumentException("scale " + scale + " is not between 0 and " + SCALE_MAX);
    }
    return new Exact(unscaled, scale, null);
  }

  public static Exact of(BigDecimal value) {
    if (value.scale() >= 0
        && value.scale() <= SCALE_MAX
        && value.unscaledValue().bitLength() < 64) {
      return new Exact(value.unscaledValue().longValue(), value.scale(), null);
    }
    return of(Fraction.of(value));
  }

  static Exact of(Fraction value) {
    @Nullable BigDecimal decimal = value.decimal(SCALE_MAX);
    if (decimal != null && decimal.unscaledValue().bitLength() < 64) {
      return new Exact(decimal.unscaledValue().longValue(), decimal.scale(), null);
    }
    return new Exact(0, 0, value);
  }

  /**
   * Reads a plain decimal such as {@code 12}, {@code -0.5} or {@code 2.50}: at most 18 digits
   * before the point and 18 after it, no exponent, no grouping.
   *
   * @throws NumberFormatException with the text in quotes and what is allowed
   */
  public static Exact parse(CharSequence text) {
    int length = text.length();
    int start = length > 0 && (text.charAt(0) == '-' || text.charAt(0) == '+') ? 1 : 0;
    int point = -1;
    long value = 0;
    int digits = 0;
    for (int i = start; i < length; i++) {
      char c = text.charAt(i);
      if (c == '.' && point < 0 && i > start) {
        point = i;
      } else if (c >= '0' && c <= '9') {
        digits++;
        value = value * 10 + (c - '0');
      } else {
        throw malformed(text);
      }
    }
    int decimals = point < 0 ? 0 : length - point - 1;
    if (digits == 0 || point == length - 1 || digits - decimals > 18 || decimals > SCALE_MAX) {
      throw malformed(text);
    }
    if (digits > 18) {
      return of(new BigDecimal(text.toString()));
    }
    return new Exact(text.charAt(0) == '-' ? -value : value, decimals, null);
  }

  private static NumberFormatException malformed(CharSequence text) {
    String shown = text.length() > 40 ? text.subSequence(0, 40) + "…" : text.toString();
    return new NumberFormatException(
        "\""
            + shown
            + "\" is not a plain decimal with at most 18 digits on each side of the point");
  }

  public Exact plus(Exact other) {
    if (fraction == null && other.fraction == null) {
      int common = Math.max(scale, other.scale);
      long a = unscaled;
      long b = other.unscaled;
      long scaledA = common == scale ? a : a * POWERS_OF_TEN[common - scale];
      long scaledB = common == other.scale ? b : b * POWERS_OF_TEN[common - other.scale];
      long sum = scaledA + scaledB;
      boolean safe =
          fits(a, common - scale)
              && fits(b, common - other.scale)
              && ((scaledA ^ sum) & (scaledB ^ sum)) >= 0;
      if (safe) {
        return new Exact(sum, common, null);
      }
    }
    return of(toFraction().plus(other.toFraction()));
  }

  public Exact minus(Exact other) {
    return plus(other.negate());
  }

  public Exact negate() {
    if (fraction == null && unscaled != Long.MIN_VALUE) {
      return unscaled == 0 ? this : new Exact(-unscaled, scale, null);
    }
    return of(toFraction().negate());
  }

  public Exact times(Exact other) {
    if (fraction == null && other.fraction == null && scale + other.scale <= SCALE_MAX) {
      long high = Math.multiplyHigh(unscaled, other.unscaled);
      long low = unscaled * other.unscaled;
      if ((high == 0 && low >= 0) || (high == -1 && low < 0)) {
        return new Exact(low, scale + other.scale, null);
      }
    }
    return of(toFraction().times(other.toFraction()));
  }

  /** This number times {@code percent} hundredths: {@code 150.percent(20)} is 30. */
  public Exact percent(Exact percent) {
    Exact product = times(percent);
    if (product.fraction == null && product.scale + 2 <= SCALE_MAX) {
      return new Exact(product.unscaled, product.scale + 2, null);
    }
    return product.dividedBy(HUNDRED);
  }

  /**
   * The exact quotient.
   *
   * @throws ArithmeticException when {@code divisor} is zero
   */
  public Exact dividedBy(Exact divisor) {
    if (divisor.signum() == 0) {
      throw new ArithmeticException(this + " cannot be divided by zero");
    }
    return of(toFraction().dividedBy(divisor.toFraction()));
  }

  /** The smallest whole number of steps of {@code size} that cover this number: 8 by 7 is 2. */
  public Exact startedSteps(Exact size) {
    return size.equals(ONE)
        ? round(0, RoundingMode.CEILING)
        : dividedBy(size).round(0, RoundingMode.CEILING);
  }

  /** The whole steps of {@code size} inside this number: 8 by 7 is 1. */
  public Exact fullSteps(Exact size) {
    return size.equals(ONE)
        ? round(0, RoundingMode.FLOOR)
        : dividedBy(size).round(0, RoundingMode.FLOOR);
  }

  /** This number with at most {@code decimals} digits after the point. */
  public Exact round(int decimals, RoundingMode mode) {
    if (fraction == null) {
      if (scale <= decimals) {
        return this;
      }
      return new Exact(
          Divide.round(unscaled, POWERS_OF_TEN[scale - decimals], mode), decimals, null);
    }
    return of(fraction.round(decimals, mode));
  }

  /**
   * The whole number of units of {@code 10^-decimals}: {@code 53.3625.toUnits(2, HALF_UP)} is 5336.
   *
   * @throws ArithmeticException when the result does not fit into a {@code long}
   */
  public long toUnits(int decimals, RoundingMode mode) {
    Exact rounded = round(decimals, mode);
    if (rounded.fraction == null && fits(rounded.unscaled, decimals - rounded.scale)) {
      return rounded.unscaled * POWERS_OF_TEN[decimals - rounded.scale];
    }
    throw new ArithmeticException("amount " + this + " is too large");
  }

  /** How many bits hold the number: what an operation on it costs. At least 64. */
  public int bitLength() {
    return fraction == null
        ? Long.SIZE
        : Math.max(
            Long.SIZE, fraction.numerator().bitLength() + fraction.denominator().bitLength());
  }

  public int signum() {
    return fraction == null ? Long.signum(unscaled) : fraction.signum();
  }

  public boolean isInteger() {
    return round(0, RoundingMode.DOWN).equals(this);
  }

  public Exact min(Exact other) {
    return compareTo(other) <= 0 ? this : other;
  }

  public Exact max(Exact other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /** This number, or zero when it is negative. */
  public Exact orZero() {
    return signum() < 0 ? ZERO : this;
  }

  /**
   * This number as a decimal.
   *
   * @throws ArithmeticException when its decimals do not end, as for one third
   */
  public BigDecimal toBigDecimal() {
    return fraction == null ? BigDecimal.valueOf(unscaled, scale) : fraction.toBigDecimal();
  }

  @Override
  public int compareTo(Exact other) {
    if (fraction == null && other.fraction == null) {
      if (scale == other.scale) {
        return Long.compare(unscaled, other.unscaled);
      }
      int common = Math.max(scale, other.scale);
      if (fits(unscaled, common - scale) && fits(other.unscaled, common - other.scale)) {
        return Long.compare(
            unscaled * POWERS_OF_TEN[common - scale],
            other.unscaled * POWERS_OF_TEN[common - other.scale]);
      }
    }
    return toFraction().compareTo(other.toFraction());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Exact exact && compareTo(exact) == 0;
  }

  @Override
  public int hashCode() {
    return fraction == null ? hashOf(unscaled, scale) : fraction.hashCode();
  }

  private static int hashOf(long unscaled, int scale) {
    long value = unscaled;
    int digits = scale;
    while (digits > 0 && value % 10 == 0) {
      value /= 10;
      digits--;
    }
    return Long.hashCode(value) * 31 + digits;
  }

  /** Plain text without exponent: {@code 23.3625}; a fraction without end as {@code 10/3}. */
  @Override
  public String toString() {
    if (fraction != null) {
      return fraction.toString();
    }
    return scale == 0 ? Long.toString(unscaled) : Divide.decimalText(unscaled, scale);
  }

  /** As {@link #toString()}, without zeros at the end: {@code 9.4} for 9.400. */
  public String toShortString() {
    long value = unscaled;
    int digits = scale;
    while (fraction == null && digits > 0 && value % 10 == 0) {
      value /= 10;
      digits--;
    }
    return fraction == null ? new Exact(value, digits, null).toString() : fraction.toString();
  }

  private Fraction toFraction() {
    return fraction != null
        ? fraction
        : Fraction.of(BigInteger.valueOf(unscaled), Fraction.powerOfTen(scale));
  }

  private static boolean fits(long value, int extraDigits) {
    long bound = Long.MAX_VALUE / POWERS_OF_TEN[extraDigits];
    return value <= bound && value >= -bound;
  }

  private static long[] powersOfTen() {
    long[] powers = new long[SCALE_MAX + 1];
    powers[0] = 1;
    for (int i = 1; i <= SCALE_MAX; i++) {
      powers[i] = powers[i - 1] * 10;
    }
    return powers;
  }
}
