package dev.duodang.pricing.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExactTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0",
    "-0.50, -0.50, -0.5",
    "+2.50, 2.50, 2.5",
    "007, 7, 7",
    "0.000000000000000001, 0.000000000000000001, 0.000000000000000001",
    "123456789012345678.123456789012345678, 123456789012345678.123456789012345678,"
        + " 123456789012345678.123456789012345678",
    "999999999999999999, 999999999999999999, 999999999999999999",
    "12345678901234567.80, 12345678901234567.80, 12345678901234567.8",
  })
  void aPlainDecimalIsReadWithAllItsDigits(String text, String shown, String shortest) {
    Exact value = Exact.parse(text);
    assertThat(value).hasToString(shown);
    assertThat(value.toShortString()).isEqualTo(shortest);
    assertThat(value.toBigDecimal()).isEqualByComparingTo(new BigDecimal(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        "+",
        ".",
        "1.",
        ".5",
        "1..2",
        "1e3",
        "1,000",
        " 1",
        "1 ",
        "١٢",
        "--1",
        "1-",
        "NaN",
        "1234567890123456789",
        "0.1234567890123456789"
      })
  void whatIsNotAPlainDecimalIsRefusedWithItsText(String text) {
    assertThatThrownBy(() -> Exact.parse(text))
        .isInstanceOf(NumberFormatException.class)
        .hasMessageContaining("\"" + text + "\"")
        .hasMessageContaining("at most 18 digits");
  }

  @Test
  void aLongTextIsCutInTheMessage() {
    assertThatThrownBy(() -> Exact.parse("9".repeat(5000)))
        .hasMessageContaining("\"" + "9".repeat(40) + "…\"")
        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(150));
  }

  @ParameterizedTest
  @CsvSource({
    "1.10, 2.205, 3.305",
    "0.1, 0.2, 0.3",
    "9223372036854775807, 1, 9223372036854775808",
    "-9223372036854775808, -1, -9223372036854775809",
    "922337203685477580, 0.000000000000000001, 922337203685477580.000000000000000001",
    "100.00, -100, 0",
  })
  void aSumIsExactEvenBeyondALong(String a, String b, String sum) {
    Exact left = exact(a);
    Exact right = exact(b);
    assertThat(left.plus(right)).isEqualTo(exact(sum));
    assertThat(right.plus(left)).isEqualTo(exact(sum));
    assertThat(exact(sum).minus(right)).isEqualTo(left);
  }

  @ParameterizedTest
  @CsvSource({
    "9.345, 2.50, 23.3625",
    "3037000500, 3037000500, 9223372037000250000",
    "-4611686018427387904, 2, -9223372036854775808",
    "4611686018427387904, 2, 9223372036854775808",
    "0.0000000001, 0.0000000001, 0.00000000000000000001",
    "-1.5, -2, 3",
    "0, 999, 0",
  })
  void aProductIsExactEvenBeyondALong(String a, String b, String product) {
    assertThat(exact(a).times(exact(b))).isEqualTo(exact(product));
    assertThat(exact(b).times(exact(a))).isEqualTo(exact(product));
  }

  @ParameterizedTest
  @CsvSource({
    "10, 3, 10/3, 3.3333, 3.3334",
    "1, 8, 0.125, 0.125, 0.125",
    "-10, 3, -10/3, -3.3334, -3.3333",
    "10, -4, -2.5, -2.5, -2.5",
    "1, 7, 1/7, 0.1428, 0.1429",
    "0, 7, 0, 0, 0",
    "2, 6, 1/3, 0.3333, 0.3334",
  })
  void aQuotientIsNeverCut(String a, String b, String shown, String floor, String ceiling) {
    Exact quotient = exact(a).dividedBy(exact(b));
    assertThat(quotient).hasToString(shown);
    assertThat(quotient.times(exact(b))).isEqualTo(exact(a));
    assertThat(quotient.round(4, RoundingMode.FLOOR)).isEqualTo(exact(floor));
    assertThat(quotient.round(4, RoundingMode.CEILING)).isEqualTo(exact(ceiling));
  }

  @Test
  void divisionByZeroIsAnError() {
    assertThatThrownBy(() -> exact("5.00").dividedBy(Exact.ZERO))
        .isInstanceOf(ArithmeticException.class)
        .hasMessage("5.00 cannot be divided by zero");
  }

  @ParameterizedTest
  @CsvSource({
    "53.3625, HALF_UP, 5336",
    "0.005, HALF_UP, 1",
    "-0.005, HALF_UP, -1",
    "0.005, HALF_DOWN, 0",
    "0.015, HALF_EVEN, 2",
    "0.025, HALF_EVEN, 2",
    "0.001, UP, 1",
    "-0.001, UP, -1",
    "0.009, DOWN, 0",
    "0.001, CEILING, 1",
    "-0.001, CEILING, 0",
    "-0.001, FLOOR, -1",
    "7, HALF_UP, 700",
  })
  void anAmountBecomesWholeFenByTheStatedRounding(String amount, RoundingMode mode, long fen) {
    assertThat(exact(amount).toUnits(2, mode)).isEqualTo(fen);
  }

  @Test
  void aThirdRoundsLikeItsDecimals() {
    Exact third = exact("200").dividedBy(exact("3"));
    assertThat(third.toUnits(2, RoundingMode.HALF_UP)).isEqualTo(6667);
    assertThat(third.toUnits(2, RoundingMode.DOWN)).isEqualTo(6666);
    assertThatThrownBy(() -> third.toUnits(2, RoundingMode.UNNECESSARY))
        .isInstanceOf(ArithmeticException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"92233720368547758.08", "999999999999999999", "-92233720368547758.09"})
  void anAmountBeyondALongOfFenIsAnErrorNotAWrongNumber(String amount) {
    assertThatThrownBy(() -> exact(amount).toUnits(2, RoundingMode.HALF_UP))
        .isInstanceOf(ArithmeticException.class)
        .hasMessageContaining("too large");
  }

  @ParameterizedTest
  @CsvSource({
    "8, 7, 2, 1",
    "7, 7, 1, 1",
    "7.001, 7, 2, 1",
    "0, 7, 0, 0",
    "6.999, 7, 1, 0",
    "2.2, 1, 3, 2",
    "1, 0.3, 4, 3",
    "0.9, 0.3, 3, 3",
  })
  void stepsAreCountedStartedOrFull(String quantity, String size, String started, String full) {
    assertThat(exact(quantity).startedSteps(exact(size))).isEqualTo(exact(started));
    assertThat(exact(quantity).fullSteps(exact(size))).isEqualTo(exact(full));
  }

  @ParameterizedTest
  @CsvSource({
    "150, 20, 30",
    "165.55, -10, -16.555",
    "0.000000000000000001, 50, 0.000000000000000000" + "5",
    "123456789012345678, 12.5, 15432098626543209.75",
  })
  void aPercentageIsExact(String amount, String percent, String result) {
    assertThat(exact(amount).percent(exact(percent))).isEqualTo(exact(result));
  }

  @Test
  void equalityIsByValue() {
    assertThat(exact("2.50")).isEqualTo(exact("2.5")).hasSameHashCodeAs(exact("2.5"));
    assertThat(exact("0.00")).isEqualTo(Exact.ZERO).hasSameHashCodeAs(Exact.ZERO);
    Exact third = exact("1").dividedBy(exact("3"));
    assertThat(third).isEqualTo(exact("2").dividedBy(exact("6")));
    assertThat(third).hasSameHashCodeAs(exact("2").dividedBy(exact("6")));
    assertThat(third).isNotEqualTo(exact("0.333333333333333333"));
    assertThat(exact("1")).isNotEqualTo("1");
  }

  @Test
  void limitsAndSignsAreByValue() {
    assertThat(exact("-0.01").orZero()).isEqualTo(Exact.ZERO);
    assertThat(exact("0.01").orZero()).isEqualTo(exact("0.01"));
    assertThat(exact("1.0").min(exact("2"))).isEqualTo(Exact.ONE);
    assertThat(exact("1.0").max(exact("2"))).isEqualTo(exact("2"));
    assertThat(exact("5.00").isInteger()).isTrue();
    assertThat(exact("5.01").isInteger()).isFalse();
    assertThat(exact("1").dividedBy(exact("3")).isInteger()).isFalse();
    assertThat(exact("-3").signum()).isEqualTo(-1);
  }

  @Test
  void theDigitsThatWereStatedAreKept() {
    assertThat(exact("1.10").plus(exact("1.1"))).hasToString("2.20");
    assertThat(exact("1.1").plus(exact("1.10"))).hasToString("2.20");
    assertThat(exact("1.10").plus(exact("-3.10"))).hasToString("-2.00");
    assertThat(exact("2.50").negate()).hasToString("-2.50");
    assertThat(exact("2.50").times(exact("2.00"))).hasToString("5.0000");
    assertThat(exact("-2.50").times(exact("2.00"))).hasToString("-5.0000");
    assertThat(exact("150").percent(exact("20"))).hasToString("30.00");
    assertThat(Exact.of(new BigDecimal("5.000000000000000000")))
        .hasToString("5.000000000000000000");
    assertThat(Exact.of(new BigDecimal("7"))).hasToString("7");
  }

  @Test
  void theLeastLongIsANumberLikeOthers() {
    Exact least = Exact.of(Long.MIN_VALUE, 2);
    assertThat(least).hasToString("-92233720368547758.08");
    assertThat(least.negate()).hasToString("92233720368547758.08");
    assertThat(least.signum()).isEqualTo(-1);
  }

  @Test
  void aThirdHasASignAndAnOpposite() {
    Exact third = exact("1").dividedBy(exact("3"));
    assertThat(third.negate()).hasToString("-1/3");
    assertThat(third.signum()).isEqualTo(1);
    assertThat(third.negate().signum()).isEqualTo(-1);
    assertThat(third.negate().orZero()).isSameAs(Exact.ZERO);
  }

  @Test
  void theLargestAmountThatFitsIsNoError() {
    assertThat(exact("92233720368547758").toUnits(2, RoundingMode.HALF_UP))
        .isEqualTo(9223372036854775800L);
    assertThat(exact("-92233720368547758").toUnits(2, RoundingMode.HALF_UP))
        .isEqualTo(-9223372036854775800L);
    assertThat(exact("0.5").toUnits(2, RoundingMode.HALF_UP)).isEqualTo(50);
  }

  @Test
  void theOrderOfNumbersIsThatOfDecimals() {
    String[] rising = {
      "-92233720368547758.08",
      "-3",
      "-2.9",
      "-0.05",
      "0",
      "0.049",
      "0.05",
      "2",
      "10",
      "9200000000000000000"
    };
    for (int i = 0; i < rising.length; i++) {
      for (int j = 0; j < rising.length; j++) {
        assertThat(Integer.signum(exact(rising[i]).compareTo(exact(rising[j]))))
            .isEqualTo(Integer.compare(i, j));
      }
    }
  }

  @Test
  void ofEqualNumbersTheFirstIsKept() {
    Exact shorter = exact("2");
    Exact longer = exact("2.00");
    assertThat(shorter.min(longer)).isSameAs(shorter);
    assertThat(shorter.max(longer)).isSameAs(shorter);
    assertThat(longer.orZero()).isSameAs(longer);
    assertThat(exact("0.00").orZero()).hasToString("0.00");
  }

  @Test
  void hashesOfDifferentNumbersDiffer() {
    long hashes =
        java.util.stream.IntStream.range(1, 1000)
            .map(i -> Exact.of(i, 2).hashCode())
            .distinct()
            .count();
    assertThat(hashes).isGreaterThan(900);
  }

  @Test
  void aTextOfFortyLettersIsShownWhole() {
    assertThatThrownBy(() -> Exact.parse("x".repeat(40)))
        .hasMessageContaining("\"" + "x".repeat(40) + "\"");
  }

  @Test
  void aScaleOutsideOfALongIsRefused() {
    assertThatThrownBy(() -> Exact.of(1, 19)).hasMessageContaining("between 0 and 18");
    assertThatThrownBy(() -> Exact.of(1, -1)).hasMessageContaining("between 0 and 18");
    assertThat(Exact.of(new BigDecimal("1E+3"))).hasToString("1000");
  }

  /** By BigDecimal, so that numbers beyond what a text may hold can be written. */
  private static Exact exact(String text) {
    return Exact.of(new BigDecimal(text));
  }

  @ParameterizedTest
  @CsvSource({"0, 0, 0", "7, 18, 0.000000000000000007", "7, 0, 7"})
  void aScaleReachesFromNoneToEighteenDigits(long unscaled, int scale, String shown) {
    assertThat(Exact.of(unscaled, scale)).isEqualTo(Exact.parse(shown));
  }

  /** What an operation costs: a bound on the work of expressions counts it. */
  @Test
  void aFractionIsAsLongAsItsTwoPartsAndNothingIsShorterThanALong() {
    assertThat(Exact.parse("0.5").bitLength()).isEqualTo(64);
    assertThat(Exact.ONE.dividedBy(Exact.of(3)).bitLength()).isEqualTo(64);
    assertThat(Exact.of(Long.MAX_VALUE).dividedBy(Exact.of(1L << 32)).bitLength()).isEqualTo(96);
    Exact third = Exact.of(1L << 62).dividedBy(Exact.of(3));
    assertThat(third.bitLength()).isEqualTo(65);
    assertThat(third.times(third).bitLength()).isEqualTo(129);
  }
}
