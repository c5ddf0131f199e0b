package dev.duodang.pricing.charge;

import static dev.duodang.pricing.charge.ChargeModelsTest.assertCharge;
import static dev.duodang.pricing.charge.ChargeModelsTest.exact;
import static dev.duodang.pricing.charge.ChargeModelsTest.tariff;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.duodang.pricing.money.Exact;
import java.math.RoundingMode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands around a model: conversion, free units, discount, limits, in one fixed order. */
class TariffTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0 × 2",
    "60, 2, 1 × 2",
    "61, 4, 2 × 2",
    "3600, 120, 60 × 2",
  })
  void aQuantityIsConvertedAndRoundedBeforeItIsPriced(
      String seconds, String amount, String formula) {
    assertCharge(
        "perUnit: 2, of: duration, convert: {divide: 60, round: up}", seconds, amount, formula);
  }

  @ParameterizedTest
  @CsvSource({
    "up, 0.001, 1",
    "up, 2.5, 3",
    "down, 2.9, 2",
    "half-up, 2.5, 3",
    "half-up, 2.4999, 2",
  })
  void conversionRoundsAsTheBookSays(String round, String quantity, String priced) {
    Tariff tariff = tariff("perUnit: 1, convert: {multiply: 1, round: " + round + "}");
    assertThat(tariff.pricedQuantity(exact(quantity))).isEqualTo(exact(priced));
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "3, 0", "3.5, 5.0", "5, 20"})
  void freeUnitsAreTakenOffTheConvertedQuantityNotBelowZero(String quantity, String amount) {
    Tariff tariff = tariff("perUnit: 10, freeUnits: 3");
    assertThat(tariff.amount(exact(quantity))).isEqualTo(exact(amount));
  }

  @Test
  void freeUnitsComeAfterTheRoundingOfTheConversion() {
    Tariff tariff = tariff("perUnit: 10, freeUnits: 1, convert: {divide: 60, round: up}");
    assertThat(tariff.amount(exact("61"))).isEqualTo(exact("10"));
    assertThat(tariff.amount(exact("60"))).isEqualTo(Exact.ZERO);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 20.00, 'max(1 × 10, 20.00)'",
    "2, 20, 2 × 10",
    "3, 30, 3 × 10",
    "20, 200, 20 × 10",
    "21, 200.00, 'min(21 × 10, 200.00)'",
    "0, 20.00, 'max(0 × 10, 20.00)'",
  })
  void anAmountLiesBetweenMinimumAndMaximum(String quantity, String amount, String formula) {
    assertCharge("perUnit: 10, minimum: 20.00, maximum: 200.00", quantity, amount, formula);
  }

  @ParameterizedTest
  @CsvSource({
    "4, 20, (4 × 10) × 50%",
    "100, 300, 'min((100 × 10) × 50%, 300)'",
  })
  void theDiscountComesBeforeTheMaximum(String quantity, String amount, String formula) {
    assertCharge("perUnit: 10, discountPercent: 50, maximum: 300", quantity, amount, formula);
  }

  @Test
  void multiplierAndDivisorComeBeforeTheRoundingThatAPriceStates() {
    Tariff net =
        new Tariff(
            PerUnit.of(exact("100")),
            null,
            Exact.ZERO,
            Exact.ZERO,
            Exact.ONE,
            exact("1.06"),
            new Tariff.StatedRounding(2, RoundingMode.HALF_UP, false),
            null,
            null);
    assertThat(net.amount(Exact.ONE)).isEqualTo(exact("94.34"));
    assertThat(net.formula(Exact.ONE)).isEqualTo("(1 × 100) ÷ 1.06");
    Tariff doubled =
        new Tariff(
            PerUnit.of(exact("0.125")),
            null,
            Exact.ZERO,
            Exact.ZERO,
            exact("3"),
            Exact.ONE,
            new Tariff.StatedRounding(1, RoundingMode.DOWN, false),
            null,
            null);
    assertThat(doubled.amount(Exact.ONE)).isEqualTo(exact("0.3"));
    assertThat(doubled.formula(Exact.ONE)).isEqualTo("(1 × 0.125) × 3");
  }

  @Test
  void roundingEachLineRoundsUsageAndFlatFeeOfEveryStep() {
    List<Step> steps =
        List.of(
            Step.of(exact("1"), exact("0.015"), exact("0.005")),
            Step.of(null, exact("0.015"), exact("0.005")));
    Tariff.StatedRounding each = new Tariff.StatedRounding(2, RoundingMode.HALF_UP, true);
    assertThat(rounded(new Graduated(Steps.of(steps), Graduated.Unit.PRICE, true), each, "2"))
        .isEqualTo(exact("0.06"));
    assertThat(rounded(new Volume(Steps.of(steps), true, null), each, "2"))
        .isEqualTo(exact("0.04"));
    assertThat(rounded(new Volume(Steps.of(steps), true, null), each, "0"))
        .isEqualTo(exact("0.01"));
    assertThat(rounded(new Volume(Steps.of(steps), false, null), each, "0")).isEqualTo(Exact.ZERO);
    assertThat(rounded(new Graduated(Steps.of(steps), Graduated.Unit.PRICE, false), each, "0"))
        .isEqualTo(Exact.ZERO);
    assertThat(rounded(PerUnit.of(exact("0.015")), each, "1")).isEqualTo(exact("0.02"));
  }

  private static Exact rounded(Rate rate, Tariff.StatedRounding rounding, String quantity) {
    Tariff tariff =
        new Tariff(rate, null, Exact.ZERO, Exact.ZERO, Exact.ONE, Exact.ONE, rounding, null, null);
    return tariff.amount(exact(quantity));
  }

  @Test
  void aStepsCapHoldsForRoundedPartsToo() {
    Step capped = new Step(null, exact("3.333"), Exact.ZERO, exact("2"), exact("5"));
    assertThat(capped.roundedParts(exact("2"), Graduated.Unit.PRICE, 2, RoundingMode.HALF_UP))
        .isEqualTo(exact("3.33"));
    assertThat(capped.roundedParts(exact("3"), Graduated.Unit.PRICE, 2, RoundingMode.HALF_UP))
        .isEqualTo(exact("5"));
  }

  @Test
  void anUpperBoundMayBelongToTheNextStep() {
    Steps steps =
        new Steps(
            List.of(
                Step.of(exact("100"), exact("2"), Exact.ZERO),
                Step.of(null, exact("1"), exact("10"))),
            Steps.BeyondLast.REFUSED,
            Steps.Bound.EXCLUSIVE);
    Volume volume = new Volume(steps, true, null);
    assertThat(volume.amount(exact("99.99"))).isEqualTo(exact("199.98"));
    assertThat(volume.amount(exact("100"))).isEqualTo(exact("110"));
    Graduated graduated = new Graduated(steps, Graduated.Unit.PRICE, true);
    assertThat(graduated.amount(exact("99.99"))).isEqualTo(exact("199.98"));
    assertThat(graduated.amount(exact("100"))).isEqualTo(exact("210"));
  }

  @Test
  void anotherQuantityMaySelectTheStepOfAVolumePrice() {
    Steps steps =
        Steps.of(
            List.of(
                Step.of(exact("100"), exact("2"), Exact.ZERO),
                Step.of(exact("200"), exact("1"), Exact.ZERO)));
    Volume prorated = new Volume(steps, true, exact("150"));
    assertThat(prorated.amount(exact("75"))).isEqualTo(exact("75"));
    assertThat(prorated.covers(exact("1000"))).isTrue();
    assertThat(new Volume(steps, true, exact("201")).covers(exact("1"))).isFalse();
  }

  @Test
  void limitsAreSetWithoutTouchingTheRest() {
    Tariff tariff = tariff("perUnit: 10, freeUnits: 1").within(exact("5"), exact("25"));
    assertThat(tariff.amount(exact("1"))).isEqualTo(exact("5"));
    assertThat(tariff.amount(exact("3"))).isEqualTo(exact("20"));
    assertThat(tariff.amount(exact("9"))).isEqualTo(exact("25"));
  }

  @Test
  void whatCannotBeComputedIsRefusedWhenItIsSaid() {
    assertThatThrownBy(() -> Steps.of(List.of())).hasMessageContaining("at least one step");
    assertThatThrownBy(() -> steps("10", "10")).hasMessageContaining("must come after 10");
    assertThatThrownBy(() -> steps("10", "5")).hasMessageContaining("must come after 10");
    assertThatThrownBy(() -> steps("0")).hasMessageContaining("must come after 0");
    assertThatThrownBy(() -> steps(null, "5"))
        .hasMessageContaining("only the last step may be open");
    assertThatThrownBy(() -> new Packages(Exact.ZERO, Exact.ONE, Exact.ZERO, true))
        .hasMessageContaining("size 0");
    assertThatThrownBy(() -> new Packages(Exact.ONE, Exact.ONE, exact("-1"), true))
        .hasMessageContaining("free units -1");
    assertThatThrownBy(() -> new PerUnit(Exact.ONE, Exact.ZERO, false))
        .hasMessageContaining("block 0");
    assertThatThrownBy(() -> new Step(null, Exact.ONE, Exact.ZERO, Exact.ZERO, null))
        .hasMessageContaining("block 0");
    assertThatThrownBy(
            () -> new Conversion(Conversion.Operation.DIVIDE, Exact.ZERO, RoundingMode.UP, 0))
        .hasMessageContaining("factor above 0");
    assertThatThrownBy(
            () -> new Conversion(Conversion.Operation.DIVIDE, Exact.ONE, RoundingMode.UP, 13))
        .hasMessageContaining("precision");
    assertThatThrownBy(
            () -> new Distance(exact("5"), exact("3000"), PerUnit.of(Exact.ONE), false, Exact.ONE))
        .hasMessageContaining("not both");
    assertThatThrownBy(() -> Tariff.of(new Flat(Exact.ONE)).within(exact("2"), exact("1")))
        .hasMessageContaining("minimum 2 is above maximum 1");
  }

  private static Steps steps(String... ends) {
    return Steps.of(
        java.util.Arrays.stream(ends)
            .map(end -> Step.of(end == null ? null : exact(end), Exact.ONE, Exact.ZERO))
            .toList());
  }

  @ParameterizedTest
  @CsvSource({
    "'', '', 100 60 40, 6.00",
    "2, '', 100 60 40, 1.20",
    "'', 120, 100 60 40, 2.40",
    "1, 120, 100 60 40, 3.00",
    "5, 90, 100 60 40, 3.30",
    "0, 0, 100, 3.00",
  })
  void theFirstTransactionsMayBeFreeByNumberAndAmount(
      String count, String amount, String transactions, String due) {
    Transactions charge =
        new Transactions(
            Percentage.of(exact("3")),
            count.isEmpty() ? null : Integer.valueOf(count),
            amount.isEmpty() ? null : exact(amount));
    List<Exact> amounts =
        java.util.Arrays.stream(transactions.split(" ", -1)).map(Exact::parse).toList();
    assertThat(charge.amount(amounts)).isEqualTo(exact(due));
  }

  @Test
  void aPercentageHasLimitsOfItsOwnAndCarriesTheSignOfAReversal() {
    Percentage limited = new Percentage(exact("3"), Exact.ZERO, Exact.ZERO, exact("2"), exact("5"));
    assertThat(limited.amount(exact("10"))).isEqualTo(exact("2"));
    assertThat(limited.amount(exact("100"))).isEqualTo(exact("3"));
    assertThat(limited.amount(exact("1000"))).isEqualTo(exact("5"));
    assertThat(limited.amount(Exact.ZERO)).isEqualTo(Exact.ZERO);
    assertThat(limited.formula(exact("10"))).isEqualTo("min(max(10 × 3%, 2), 5)");
    assertThat(Percentage.of(exact("60")).amount(exact("-180"))).isEqualTo(exact("-108"));
  }

  @Test
  void aSingleAmountMayBeBothMinimumAndMaximum() {
    Tariff fixed = tariff("perUnit: 2").within(exact("5"), exact("5"));
    assertThat(fixed.amount(exact("1"))).isEqualTo(exact("5"));
    assertThat(fixed.amount(exact("9"))).isEqualTo(exact("5"));
  }

  @Test
  void aLastStepThatEndsNeedsAWordOnWhatComesAfter() {
    Step closed = new Step(exact("10"), exact("1"), Exact.ZERO, null, null);
    Step open = new Step(null, exact("1"), Exact.ZERO, null, null);
    assertThat(Steps.of(List.of(closed)).endsUnstated()).isTrue();
    assertThat(Steps.of(List.of(open)).endsUnstated()).isFalse();
    assertThat(
            new Steps(List.of(closed), Steps.BeyondLast.REFUSED, Steps.Bound.INCLUSIVE)
                .endsUnstated())
        .isFalse();
  }

  @Test
  void aDistanceReachesAsFarAsItsKilometresHaveAPrice() {
    Steps steps =
        new Steps(
            List.of(Step.of(exact("10"), exact("2"), Exact.ZERO)),
            Steps.BeyondLast.REFUSED,
            Steps.Bound.INCLUSIVE);
    Rate kilometres = new Graduated(steps, Graduated.Unit.PRICE, true);
    Tariff way = Tariff.of(new Distance(exact("30"), exact("3000"), kilometres, false, null));
    assertThat(way.covers(exact("13000"))).isTrue();
    assertThat(way.covers(exact("13001"))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "flat: 1.006, 1.01",
    "perUnit: 0.335, 1.01",
    "'package: {size: 2, price: 0.502}', 1.00"
  })
  void aModelThatHasOneLineIsRoundedOnceWhereEachLineIs(String charge, String amount) {
    Rate rate = ChargeModelsTest.tariff(charge).rate();
    Tariff.StatedRounding each = new Tariff.StatedRounding(2, RoundingMode.HALF_UP, true);
    assertThat(rounded(rate, each, "3").round(2, RoundingMode.HALF_UP))
        .isEqualTo(Exact.parse(amount));
  }

  @Test
  void aTariffIsDividedByMoreThanNothing() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Tariff(
                    new Flat(Exact.ONE),
                    null,
                    Exact.ZERO,
                    Exact.ZERO,
                    Exact.ONE,
                    Exact.ZERO,
                    null,
                    null,
                    null))
        .withMessage("free units must be at least 0 and a divisor above 0");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 12})
  void aConversionKeepsUpToTwelveDigits(int precision) {
    Conversion conversion =
        new Conversion(Conversion.Operation.DIVIDE, Exact.of(3), RoundingMode.DOWN, precision);
    assertThat(conversion.convert(Exact.ONE))
        .isEqualTo(Exact.parse("0.333333333333").round(precision, RoundingMode.DOWN));
  }
}
