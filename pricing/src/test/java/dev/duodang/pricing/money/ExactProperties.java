package dev.duodang.pricing.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The usual path of a scaled long and the fallback of a fraction give the same numbers. */
class ExactProperties {

  private static final List<RoundingMode> MODES =
      List.of(
          RoundingMode.UP,
          RoundingMode.DOWN,
          RoundingMode.CEILING,
          RoundingMode.FLOOR,
          RoundingMode.HALF_UP,
          RoundingMode.HALF_DOWN,
          RoundingMode.HALF_EVEN);

  /** Numbers of all sizes and scales, with the ends of a long among them. */
  @Provide
  Arbitrary<BigDecimal> decimals() {
    Arbitrary<Long> unscaled =
        Arbitraries.oneOf(
            Arbitraries.longs().between(-100_000, 100_000),
            Arbitraries.longs(),
            Arbitraries.of(Long.MIN_VALUE, Long.MIN_VALUE + 1, Long.MAX_VALUE, 0L, 1L, -1L));
    return Combinators.combine(unscaled, Arbitraries.integers().between(0, 18))
        .as(BigDecimal::valueOf);
  }

  @Provide
  Arbitrary<RoundingMode> modes() {
    return Arbitraries.of(MODES);
  }

  @Property(tries = 3000, seed = "20261120")
  void sumsDifferencesAndProductsAreThoseOfBigDecimal(
      @ForAll("decimals") BigDecimal a, @ForAll("decimals") BigDecimal b) {
    Exact left = Exact.of(a);
    Exact right = Exact.of(b);
    assertThat(left.plus(right).toBigDecimal()).isEqualByComparingTo(a.add(b));
    assertThat(left.minus(right).toBigDecimal()).isEqualByComparingTo(a.subtract(b));
    assertThat(left.times(right).toBigDecimal()).isEqualByComparingTo(a.multiply(b));
    assertThat(left.percent(right).toBigDecimal())
        .isEqualByComparingTo(a.multiply(b).movePointLeft(2));
    assertThat(left.negate().toBigDecimal()).isEqualByComparingTo(a.negate());
    assertThat(Integer.signum(left.compareTo(right))).isEqualTo(a.compareTo(b));
    assertThat(left.equals(right)).isEqualTo(a.compareTo(b) == 0);
    assertThat(left.signum()).isEqualTo(a.signum());
  }

  @Property(tries = 2000, seed = "20261121")
  void roundingIsThatOfBigDecimal(
      @ForAll("decimals") BigDecimal a, @ForAll("modes") RoundingMode mode) {
    for (int decimals : new int[] {0, 2, 3, 18}) {
      assertThat(Exact.of(a).round(decimals, mode).toBigDecimal())
          .isEqualByComparingTo(a.setScale(decimals, mode));
    }
  }

  @Property(tries = 2000, seed = "20261122")
  void quotientsAreThoseOfWholeNumbers(
      @ForAll("decimals") BigDecimal a,
      @ForAll("decimals") BigDecimal b,
      @ForAll("modes") RoundingMode mode) {
    if (b.signum() == 0) {
      return;
    }
    Exact quotient = Exact.of(a).dividedBy(Exact.of(b));
    assertThat(quotient.times(Exact.of(b))).isEqualTo(Exact.of(a));
    BigInteger dividend = a.movePointRight(20).toBigIntegerExact();
    BigInteger divisor = b.movePointRight(18).toBigIntegerExact();
    BigDecimal expected = new BigDecimal(dividend).divide(new BigDecimal(divisor), 0, mode);
    assertThat(quotient.round(2, mode).toBigDecimal())
        .isEqualByComparingTo(expected.movePointLeft(2));
  }

  /** A chain of operations that leaves the long and comes back ends where fractions end. */
  @Property(tries = 1000, seed = "20261123")
  void aChainOfOperationsEndsWhereFractionsEnd(
      @ForAll("decimals") BigDecimal a,
      @ForAll("decimals") BigDecimal b,
      @ForAll("decimals") BigDecimal c) {
    if (b.signum() == 0) {
      return;
    }
    Exact usual = Exact.of(a).dividedBy(Exact.of(b)).times(Exact.of(c)).plus(Exact.of(a));
    Fraction plain =
        Fraction.of(a).dividedBy(Fraction.of(b)).times(Fraction.of(c)).plus(Fraction.of(a));
    assertThat(usual).isEqualTo(Exact.of(plain)).hasSameHashCodeAs(Exact.of(plain));
    assertThat(usual.toShortString()).isEqualTo(Exact.of(plain).toShortString());
    assertThat(usual.compareTo(Exact.of(b))).isEqualTo(plain.compareTo(Fraction.of(b)));
  }

  @Property(tries = 1000, seed = "20261124")
  void whatIsWrittenReadsBackEqual(@ForAll("decimals") BigDecimal a) {
    Exact value = Exact.of(a);
    if (a.abs().compareTo(BigDecimal.TEN.pow(18)) < 0) {
      assertThat(Exact.parse(value.toString())).isEqualTo(value);
      assertThat(Exact.parse(value.toShortString())).isEqualTo(value);
    }
    assertThat(new BigDecimal(value.toString())).isEqualByComparingTo(a);
  }

  @Property(tries = 1000, seed = "20261125")
  void sharesAddUpToTheWholeAndLieWithinAUnitOfTheirPart(
      @ForAll("weights") List<Long> weights, @ForAll("totals") long total) {
    List<Exact> exact = weights.stream().map(Exact::of).toList();
    long sum = weights.stream().mapToLong(Long::longValue).sum();
    List<Long> parts = LargestRemainder.split(total, exact);
    assertThat(parts.stream().mapToLong(Long::longValue).sum()).isEqualTo(total);
    for (int i = 0; i < parts.size(); i++) {
      BigDecimal off =
          BigDecimal.valueOf(parts.get(i))
              .multiply(BigDecimal.valueOf(sum))
              .subtract(BigDecimal.valueOf(total).multiply(BigDecimal.valueOf(weights.get(i))));
      assertThat(off.abs()).isLessThan(BigDecimal.valueOf(sum));
    }
  }

  @Provide
  Arbitrary<List<Long>> weights() {
    return Arbitraries.longs()
        .between(0, 1000)
        .list()
        .ofMinSize(1)
        .ofMaxSize(12)
        .filter(weights -> weights.stream().anyMatch(weight -> weight > 0));
  }

  @Provide
  Arbitrary<Long> totals() {
    return Arbitraries.longs().between(-1_000_000_000_000L, 1_000_000_000_000L);
  }
}
