package dev.duodang.pricing.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

  private static final Currency YEN = Currency.of("JPY");

  @ParameterizedTest
  @CsvSource({
    "100.00, 1 1 1, 33.34 33.33 33.33",
    "0.02, 1 1 1, 0.01 0.01 0.00",
    "0.01, 1 1, 0.01 0.00",
    "100.00, 2 1, 66.67 33.33",
    "-100.00, 1 1 1, -33.34 -33.33 -33.33",
    "10.00, 0 1, 0.00 10.00",
    "10.00, 0.5 0.3 0.2, 5.00 3.00 2.00",
    "0.05, 0.5 0.5, 0.03 0.02",
    "0.00, 1 2, 0.00 0.00",
    "1.00, 3 3 1, 0.43 0.43 0.14",
    "7.00, 1, 7.00",
  })
  void sharesGoByLargestRemainderTiesToTheFirst(String amount, String weights, String parts) {
    Money money = Money.round(Exact.parse(amount), Currency.CNY, RoundingMode.UNNECESSARY);
    assertThat(split(money, weights)).isEqualTo(parts);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "0 0", "-1 2", "-1"})
  void sharesMustBePositiveInSum(String weights) {
    Money money = new Money(100, Currency.CNY);
    assertThatThrownBy(() -> split(money, weights)).hasMessageContaining("positive in sum");
  }

  @ParameterizedTest
  @CsvSource({
    "CNY, 53.3625, 53.36, 5336",
    "CNY, 53.365, 53.37, 5337",
    "CNY, -53.365, -53.37, -5337",
    "JPY, 53.5, 54, 54",
    "KWD, 1.0005, 1.001, 1001",
    "CNY, 0.004, 0.00, 0",
  })
  void anAmountHasTheDigitsOfItsCurrency(String code, String amount, String shown, long minor) {
    Money money = Money.round(Exact.parse(amount), Currency.of(code), RoundingMode.HALF_UP);
    assertThat(money).hasToString(shown);
    assertThat(money.minor()).isEqualTo(minor);
    assertThat(money.toExact()).isEqualTo(Exact.parse(shown));
  }

  @Test
  void sumsArePerCurrency() {
    Money fen = new Money(100, Currency.CNY);
    Money yen = new Money(100, YEN);
    assertThat(fen.plus(fen)).isEqualTo(new Money(200, Currency.CNY));
    assertThat(fen.minus(fen)).isEqualTo(Money.zero(Currency.CNY));
    assertThat(fen.negate().plus(fen)).isEqualTo(Money.zero(Currency.CNY));
    assertThat(fen).isGreaterThan(Money.zero(Currency.CNY));
    assertThatThrownBy(() -> fen.plus(yen)).hasMessageContaining("sums are per currency");
    assertThatThrownBy(() -> fen.minus(yen)).hasMessageContaining("CNY and JPY");
    assertThatThrownBy(() -> fen.compareTo(yen)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anOverflowIsAnErrorNeverAWrongNumber() {
    Money most = new Money(Long.MAX_VALUE, Currency.CNY);
    Money least = new Money(Long.MIN_VALUE, Currency.CNY);
    Money one = new Money(1, Currency.CNY);
    assertThatThrownBy(() -> most.plus(one)).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> least.minus(one)).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(least::negate).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> least.split(List.of(Exact.ONE)))
        .isInstanceOf(ArithmeticException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "RMB", "cny", "XXX", "元"})
  void anUnknownCurrencyIsRefused(String code) {
    assertThatThrownBy(() -> Currency.of(code))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"" + code + "\"");
  }

  @Test
  void aCurrencyHasThreeLettersAndAtMostFourDigits() {
    assertThatThrownBy(() -> new Currency("CN", 2)).hasMessageContaining("not a currency");
    assertThatThrownBy(() -> new Currency("CNY", 5)).hasMessageContaining("not a currency");
    assertThat(Currency.of("CNY")).hasToString("CNY").isSameAs(Currency.CNY);
    assertThat(YEN.scale()).isZero();
  }

  private static String split(Money money, String weights) {
    List<Exact> exact = Arrays.stream(weights.split(" ", -1)).map(Exact::parse).toList();
    return money.split(exact).stream().map(Money::toString).collect(Collectors.joining(" "));
  }

  @Test
  void aCurrencyHasUpToFourDigits() {
    assertThat(Currency.of("CLF").scale()).isEqualTo(4);
    assertThat(Currency.of("JPY").scale()).isZero();
    assertThatIllegalArgumentException().isThrownBy(() -> new Currency("XYZ", 5));
    assertThatIllegalArgumentException().isThrownBy(() -> new Currency("XYZ", -1));
  }
}
