package dev.duodang.pricing.money;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** A fraction in lowest terms with a positive denominator: the fallback of {@link Exact}. */
record Fraction(BigInteger numerator, BigInteger denominator) implements Comparable<Fraction> {

  static Fraction of(BigInteger numerator, BigInteger denominator) {
    BigInteger divisor = numerator.gcd(denominator);
    BigInteger sign = BigInteger.valueOf(denominator.signum());
    BigInteger common = divisor.signum() == 0 ? sign : divisor.multiply(sign);
    return new Fraction(numerator.divide(common), denominator.divide(common));
  }

  static Fraction of(BigDecimal value) {
    return value.scale() >= 0
        ? of(value.unscaledValue(), powerOfTen(value.scale()))
        : of(value.toBigIntegerExact(), BigInteger.ONE);
  }

  static BigInteger powerOfTen(int exponent) {
    return BigInteger.TEN.pow(exponent);
  }

  Fraction plus(Fraction other) {
    return of(
        numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
        denominator.multiply(other.denominator));
  }

  Fraction negate() {
    return new Fraction(numerator.negate(), denominator);
  }

  Fraction times(Fraction other) {
    return of(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
  }

  Fraction dividedBy(Fraction other) {
    return of(numerator.multiply(other.denominator), denominator.multiply(other.numerator));
  }

  Fraction round(int decimals, RoundingMode mode) {
    BigInteger scaled = numerator.multiply(powerOfTen(decimals));
    BigDecimal quotient = new BigDecimal(scaled).divide(new BigDecimal(denominator), 0, mode);
    return of(quotient.toBigIntegerExact(), powerOfTen(decimals));
  }

  /**
   * The decimal with at most {@code scaleMax} digits after the point, or null when there is none.
   */
  @Nullable BigDecimal decimal(int scaleMax) {
    BigInteger power = powerOfTen(scaleMax);
    BigInteger[] parts = numerator.multiply(power).divideAndRemainder(denominator);
    if (parts[1].signum() != 0) {
      return null;
    }
    BigDecimal exact = new BigDecimal(parts[0], scaleMax).stripTrailingZeros();
    return exact.scale() < 0 ? exact.setScale(0) : exact;
  }

  BigDecimal toBigDecimal() {
    return new BigDecimal(numerator).divide(new BigDecimal(denominator));
  }

  int signum() {
    return numerator.signum();
  }

  @Override
  public int compareTo(Fraction other) {
    return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
  }

  @Override
  public String toString() {
    return denominator.equals(BigInteger.ONE)
        ? numerator.toString()
        : endsAsDecimal() ? toBigDecimal().toPlainString() : numerator + "/" + denominator;
  }

  private boolean endsAsDecimal() {
    BigInteger rest = denominator;
    for (BigInteger factor : new BigInteger[] {BigInteger.TWO, BigInteger.valueOf(5)}) {
      while (rest.mod(factor).signum() == 0) {
        rest = rest.divide(factor);
      }
    }
    return rest.equals(BigInteger.ONE);
  }
}
