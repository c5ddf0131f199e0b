package dev.duodang.pricing.charge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duodang.pricing.book.Charge;
import dev.duodang.pricing.money.Exact;
import dev.duodang.pricing.sample.BookText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each model by its quantities, amounts and formulas, as a book writes it. */
class ChargeModelsTest {

  private static final String BOOK =
      """
      categories: {fee: {per: order}}
      tiers:
        - {tier: t, category: fee, priority: 1, charge: {CHARGE}}
      """;

  private static final String STEPS = "[{upTo: 10, price: 5}, {upTo: 20, price: 4}, {price: 3}]";
  private static final String FEES =
      "[{upTo: 10, price: 5, flat: 2}, {upTo: 20, price: 4, flat: 1}, {price: 3, flat: 7}]";

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0 × 5",
    "0.5, 2.5, 0.5 × 5",
    "10, 50, 10 × 5",
    "10.001, 50.004, 10 × 5 + 0.001 × 4",
    "20, 90, 10 × 5 + 10 × 4",
    "21, 93, 10 × 5 + 10 × 4 + 1 × 3",
    "1000000, 3000030, 10 × 5 + 10 × 4 + 999980 × 3",
  })
  void graduatedPricesEachPartInItsStep(String quantity, String amount, String formula) {
    assertCharge("graduated: " + STEPS, quantity, amount, formula);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 2, 0 × 5 + 2",
    "10, 52, 10 × 5 + 2",
    "10.5, 55, 10 × 5 + 2 + 0.5 × 4 + 1",
    "20, 93, 10 × 5 + 2 + 10 × 4 + 1",
    "21, 103, 10 × 5 + 2 + 10 × 4 + 1 + 1 × 3 + 7",
  })
  void graduatedAddsTheFlatFeeOfEveryStepEntered(String quantity, String amount, String formula) {
    assertCharge("graduated: " + FEES, quantity, amount, formula);
  }

  @ParameterizedTest
  @CsvSource({"0, 0, 0", "0.01, 2.05, 0.01 × 5 + 2", "10, 52, 10 × 5 + 2"})
  void nothingIsDueOnNothingWhereZeroIsNotCharged(String quantity, String amount, String formula) {
    assertCharge("graduated: {steps: " + FEES + ", chargeZero: false}", quantity, amount, formula);
    assertCharge("volume: {steps: " + FEES + ", chargeZero: false}", quantity, amount, formula);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 2, 0 × 5 + 2",
    "10, 52, 10 × 5 + 2",
    "10.001, 41.004, 10.001 × 4 + 1",
    "20, 81, 20 × 4 + 1",
    "20.5, 68.5, 20.5 × 3 + 7",
  })
  void volumePricesAllAtTheStepItFallsIn(String quantity, String amount, String formula) {
    assertCharge("volume: " + FEES, quantity, amount, formula);
  }

  @ParameterizedTest
  @CsvSource({"1, 50.00, 50.00", "2, 50.00, 50.00", "2.5, 80.00, 80.00", "9, 80.00, 80.00"})
  void stepsOfOnlyFlatFeesMakeAStairstep(String panes, String amount, String formula) {
    assertCharge("volume: [{upTo: 2, flat: 50.00}, {flat: 80.00}]", panes, amount, formula);
  }

  @ParameterizedTest
  @CsvSource({
    "last-price, 10, 50, true",
    "last-price, 25, 125, true",
    "free, 10, 50, true",
    "free, 25, 50, true",
    "refused, 10, 50, true",
    "refused, 10.0001, , false",
  })
  void beyondTheLastStepIsAsTheBookSays(
      String beyond, String quantity, String amount, boolean covered) {
    for (String model : new String[] {"graduated", "volume"}) {
      Tariff tariff =
          tariff(model + ": {steps: [{upTo: 10, price: 5}], beyondLast: " + beyond + "}");
      assertThat(tariff.covers(exact(quantity))).isEqualTo(covered);
      if (covered) {
        assertThat(tariff.amount(exact(quantity))).isEqualTo(exact(amount));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0 × 10",
    "1, 10, 1 × 10",
    "5, 10, 1 × 10",
    "5.1, 20, 2 × 10",
    "10, 20, 2 × 10",
    "11, 23, '2 × 10 + min(1 × 3, 25)'",
    "13.5, 32, '2 × 10 + min(4 × 3, 25)'",
    "30, 45, '2 × 10 + min(20 × 3, 25)'",
  })
  void aStepMayCountStartedBlocksAndHaveACap(String quantity, String amount, String formula) {
    assertCharge(
        "graduated: [{upTo: 10, price: 10, block: 5}, {price: 3, block: 1, cap: 25}]",
        quantity,
        amount,
        formula);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0 × 3%",
    "500, 15, 500 × 3%",
    "1000, 30, 1000 × 3%",
    "1500, 55, 1000 × 3% + 500 × 5%",
    "1000.01, 30.0005, 1000 × 3% + 0.01 × 5%",
  })
  void graduatedPercentageTakesItsPercentOfEachPart(String base, String amount, String formula) {
    assertCharge(
        "graduatedPercent: [{upTo: 1000, percent: 3}, {percent: 5}], of: quantity",
        base,
        amount,
        formula);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0 × 5.00",
    "3, 0, ⌈(3 − 3) ÷ 7⌉ × 5.00",
    "3.01, 5.00, ⌈(3.01 − 3) ÷ 7⌉ × 5.00",
    "10, 5.00, ⌈(10 − 3) ÷ 7⌉ × 5.00",
    "11, 10.00, ⌈(11 − 3) ÷ 7⌉ × 5.00",
  })
  void aStartedPackageBeyondTheFreeUnitsCounts(String days, String amount, String formula) {
    assertCharge("package: {size: 7, price: 5.00, free: 3}", days, amount, formula);
  }

  @ParameterizedTest
  @CsvSource({
    "0.19, 0.00, ⌊0.19 ÷ 0.2⌋ × 0.50",
    "0.2, 0.50, ⌊0.2 ÷ 0.2⌋ × 0.50",
    "1.65, 4.00, ⌊1.65 ÷ 0.2⌋ × 0.50",
  })
  void onlyFullPackagesCountWhereTheBookSaysSo(String miles, String amount, String formula) {
    assertCharge("package: {size: 0.2, price: 0.50, started: false}", miles, amount, formula);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0",
    "100, 0, 0",
    "100.01, 5.0003, (100.01 − 100) × 3% + 5",
    "180.00, 7.4, (180.00 − 100) × 3% + 5",
  })
  void aPercentageSparesItsFreePartAndAddsItsFixedPart(String base, String amount, String formula) {
    assertCharge("percent: {rate: 3, fixed: 5, free: 100}, of: quantity", base, amount, formula);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 30.00, 30.00",
    "2999, 30.00, 30.00",
    "3000, 30.00, 30.00",
    "3001, 30.0025, 30.00 + 0.001 × 2.50",
    "12400, 53.50, 30.00 + 9.4 × 2.50",
    "12345, 53.3625, 30.00 + 9.345 × 2.50",
  })
  void aDistanceHasAStartPriceAndAPriceForEachMetreAbove(
      String metres, String amount, String formula) {
    assertCharge("distance: {start: 30.00, first: 3 km, perKm: 2.50}", metres, amount, formula);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0",
    "19900, 0, 0",
    "19999, 0, 0",
    "20000, 30.0, 20 × 1.5",
    "25000, 37.5, 25 × 1.5",
  })
  void aDistanceBelowTheThresholdIsFreeAndFromItOnCountsTheWholeWay(
      String metres, String amount, String formula) {
    assertCharge("distance: {freeBelow: 20 km, perKm: 1.5}", metres, amount, formula);
  }

  @ParameterizedTest
  @CsvSource({
    "35000, 0, 0",
    "35001, 1.5, 1 × 1.5",
    "37000, 3.0, 2 × 1.5",
    "37200, 4.5, 3 × 1.5",
  })
  void aStartedKilometreMayCountAsWhole(String metres, String amount, String formula) {
    assertCharge("distance: {first: 35 km, perKm: 1.5, startedKm: true}", metres, amount, formula);
  }

  @ParameterizedTest
  @CsvSource({
    "3000, 10, 10",
    "8000, 20, 10 + 5 × 2",
    "13000, 35, 10 + 5 × 2 + 5 × 3",
  })
  void kilometresMayBeGraduated(String metres, String amount, String formula) {
    assertCharge(
        "distance: {start: 10, first: 3 km, perKmSteps: [{upTo: 5, price: 2}, {price: 3}]}",
        metres,
        amount,
        formula);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0 × 1.20",
    "1, 0.24, 0.2 × 1.20",
    "5, 1.20, 1 × 1.20",
    "6, 1.44, 1.2 × 1.20",
  })
  void aUnitMayBeABlockOfWhichPartsCount(String quantity, String amount, String formula) {
    assertCharge("perUnit: {price: 1.20, block: 5}", quantity, amount, formula);
  }

  @ParameterizedTest
  @CsvSource({"0, 0, 0 × 1.20", "1, 1.20, 1 × 1.20", "5, 1.20, 1 × 1.20", "6, 2.40, 2 × 1.20"})
  void orABlockOfWhichAStartedOneIsWhole(String quantity, String amount, String formula) {
    assertCharge("perUnit: {price: 1.20, block: 5, started: true}", quantity, amount, formula);
  }

  @ParameterizedTest
  @CsvSource({"0, 100.00", "1, 100.00", "77, 100.00"})
  void aFlatAmountIsTheSameForEveryQuantity(String quantity, String amount) {
    assertCharge("flat: 100.00", quantity, amount, "100.00");
  }

  static void assertCharge(String charge, String quantity, String amount, String formula) {
    Tariff tariff = tariff(charge);
    assertThat(tariff.covers(exact(quantity))).isTrue();
    assertThat(tariff.amount(exact(quantity))).isEqualTo(exact(amount));
    assertThat(tariff.formula(exact(quantity))).isEqualTo(formula);
  }

  /** The tariff that a book writes so. */
  static Tariff tariff(String charge) {
    Charge read =
        BookText.compiled(BOOK.replace("CHARGE", charge)).book().tiers().getFirst().charge();
    return ((Charge.Metered) read).tariff();
  }

  static Exact exact(String text) {
    return Exact.parse(text);
  }
}
