package dev.duodang.pricing.rebate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duodang.pricing.book.Rebate;
import dev.duodang.pricing.money.Currency;
import dev.duodang.pricing.money.Exact;
import dev.duodang.pricing.rating.Window;
import dev.duodang.pricing.sample.BookText;
import dev.duodang.pricing.wording.Language;
import dev.duodang.pricing.wording.RebateWording;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a rebate has accrued, and what its next step would bring. */
class AccrualTest {

  private static final String HOUSE =
      "measure: orders, volume: [{upTo: 100, percent: 0}, {upTo: 500, percent: 3}, {percent: 5}]";

  private static Rebate rebate(String steps) {
    return BookText.compiled(
            """
            categories: {labour: {per: item}}
            tiers: [{tier: t, category: labour, priority: 1, charge: {flat: 100.00}}]
            rebates: [{rebate: r, on: labour, period: month, %s}]
            """
                .formatted(steps))
        .book()
        .periodic()
        .rebates()
        .getFirst();
  }

  private static Accrual accrual(String steps, long orders, String quantity, String amount) {
    Window window =
        new Window(
            orders,
            Exact.parse(quantity),
            Exact.parse(amount).toUnits(2, RoundingMode.UNNECESSARY));
    return Accrual.of(rebate(steps), window, null, Currency.CNY, RoundingMode.HALF_UP);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0.00, 0.00",
    "100, 10000.00, 0.00",
    "101, 10100.00, 303.00",
    "488, 48800.00, 1464.00",
    "500, 50000.00, 1500.00",
    "501, 50100.00, 2505.00",
    "620, 62000.00, 3100.00"
  })
  void allGoesByTheStepReachedAndAStepsEndBelongsToIt(long orders, String amount, String accrued) {
    assertThat(accrual(HOUSE, orders, "0", amount).accrued()).hasToString(accrued);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "percent: 3 | 7 | 2 | 100.00 | 3.00",
        "price: 2.50 | 7 | 2 | 100.00 | 17.50",
        "flat: 500.00 | 7 | 2 | 100.00 | 500.00",
        "percent: 3, price: 2.50, flat: 500.00 | 7 | 2 | 100.00 | 520.50",
      })
  void aStepGivesAPercentageAPriceForEachAndAnAmountOnce(
      String step, long orders, String quantity, String amount, String accrued) {
    String steps = "measure: orders, volume: [{" + step + "}]";
    assertThat(accrual(steps, orders, quantity, amount).accrued()).hasToString(accrued);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "orders   | 10 | 20   | 1000.00 | 24.00",
        "quantity | 10 | 20   | 1000.00 | 38.50",
        "amount   | 10 | 20   | 1000.00 | 49.77",
        "orders   | 0  | 0    | 0.00    | 0.00",
      })
  void graduatedStepsEachGiveForTheirPart(
      String measure, long orders, String quantity, String amount, String accrued) {
    String steps =
        "measure: "
            + measure
            + ", graduated: [{upTo: 6, percent: 0}, {upTo: 13, percent: 6}, {percent: 5}]";
    assertThat(accrual(steps, orders, quantity, amount).accrued()).hasToString(accrued);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "orders   | 488 | 0    | 48800.00  | 13     | 1041.00",
        "orders   | 500 | 0    | 50000.00  | 1      | 1005.00",
        "orders   | 99  | 0    | 9900.00   | 2      | 303.00",
        "orders   | 501 | 0    | 50100.00  |        |",
        "orders   | 0   | 0    | 0.00      | 101    |",
        "quantity | 1   | 98.5 | 985.00    | 2      | 30.15",
        "quantity | 1   | 100  | 1000.00   | 1      | 30.30",
        "amount   | 1   | 1    | 99.99     | 0.02   | 3.00",
        "amount   | 0   | 0    | 0.00      | 100.01 | 3.00",
        "amount   | 1   | 1    | -5.00     | 105.01 | 3.00",
      })
  void theNextStepSaysWhatIsMissingAndWhatItBringsAtTodaysAverage(
      String measure, long orders, String quantity, String amount, String missing, String more) {
    Accrual.Next next = accrual(HOUSE.replace("orders", measure), orders, quantity, amount).next();
    assertThat(next == null ? null : next.missing().toShortString()).isEqualTo(missing);
    assertThat(next == null || next.more() == null ? null : next.more().toString()).isEqualTo(more);
  }

  @Test
  void theSentenceIsTheSameInBothLanguages() {
    Accrual accrual = accrual(HOUSE, 488, "0", "48800.00");
    RebateWording english = RebateWording.of(Language.ENGLISH);
    RebateWording chinese = RebateWording.of(Language.CHINESE);
    assertThat(english.next(accrual))
        .isEqualTo("13 more orders to 5 %: +¥1,041.00 at today's average");
    assertThat(chinese.next(accrual)).isEqualTo("再 13 单到 5%：按目前平均 +¥1,041.00");
    assertThat(english.accrued(accrual)).isEqualTo("488 orders at 3 %: ¥1,464.00");
    assertThat(chinese.accrued(accrual)).isEqualTo("488 单，按 3% 已累计 ¥1,464.00");
    Accrual last = accrual(HOUSE, 620, "0", "62000.00");
    assertThat(english.next(last)).isEmpty();
    assertThat(english.next(accrual(HOUSE, 0, "0", "0.00"))).isEqualTo("101 more orders to 3 %");
    assertThat(english.next(accrual(HOUSE, 500, "0", "50000.00")))
        .startsWith("1 more order to 5 %");
    String amounts = HOUSE.replace("orders", "amount");
    assertThat(english.next(accrual(amounts, 1, "1", "99.99")))
        .isEqualTo("¥0.02 more to 3 %: +¥3.00");
  }
}
