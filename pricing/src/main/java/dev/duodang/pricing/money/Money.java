package dev.duodang.pricing.money;

import java.math.RoundingMode;
import java.util.List;

/**
 * A whole number of minor units of one currency: ¥233.50 is 23,350 fen. Sums that do not fit are an
 * error, never a wrong number.
 *
 * @param minor the minor units (fen for CNY), signed
 */
public record Money(long minor, Currency currency) implements Comparable<Money> {

  public static Money zero(Currency currency) {
    return new Money(0, currency);
  }

  /** Rounds an exact amount in major units once, to the currency's minor unit. */
  public static Money round(Exact amount, Currency currency, RoundingMode mode) {
    return new Money(amount.toUnits(currency.scale(), mode), currency);
  }

  public Money plus(Money other) {
    return new Money(Math.addExact(minor, sameCurrency(other).minor), currency);
  }

  public Money minus(Money other) {
    return new Money(Math.subtractExact(minor, sameCurrency(other).minor), currency);
  }

  public Money negate() {
    return new Money(Math.negateExact(minor), currency);
  }

  /** The amount in major units: 23,350 fen is 233.50. */
  public Exact toExact() {
    return Exact.of(minor, currency.scale());
  }

  /**
   * Splits this amount by weights so that the parts add up to it: each gets its share rounded down,
   * and the units left go to the largest remainders, ties to the first. 100.00 by three equal
   * weights is 33.34, 33.33, 33.33.
   *
   * @param weights at least one, none negative, not all zero
   */
  public List<Money> split(List<Exact> weights) {
    return LargestRemainder.split(minor, weights).stream()
        .map(part -> new Money(part, currency))
        .toList();
  }

  private Money sameCurrency(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException(
          currency + " and " + other.currency + " cannot be added; sums are per currency");
    }
    return other;
  }

  @Override
  public int compareTo(Money other) {
    return Long.compare(minor, sameCurrency(other).minor);
  }

  /** The amount with all digits of its minor unit: {@code 233.50}. */
  @Override
  public String toString() {
    return toExact().toString();
  }
}
