package dev.duodang.pricing.charge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duodang.pricing.money.Exact;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Laws that hold for all prices and quantities. */
class ChargeProperties {

  /** Widths and prices of up to six steps; the last is open. Hundredths. */
  @Provide
  Arbitrary<List<Step>> stepsWithoutFees() {
    return Combinators.combine(
            Arbitraries.longs().between(1, 5000), Arbitraries.longs().between(0, 10_000))
        .as((width, price) -> new long[] {width, price})
        .list()
        .ofMinSize(1)
        .ofMaxSize(6)
        .map(ChargeProperties::steps);
  }

  private static List<Step> steps(List<long[]> widthsAndPrices) {
    List<Step> steps = new ArrayList<>();
    long end = 0;
    for (int i = 0; i < widthsAndPrices.size(); i++) {
      end += widthsAndPrices.get(i)[0];
      boolean last = i == widthsAndPrices.size() - 1;
      Exact price = Exact.of(widthsAndPrices.get(i)[1], 2);
      steps.add(Step.of(last ? null : Exact.of(end, 2), price, Exact.ZERO));
    }
    return steps;
  }

  @Provide
  Arbitrary<Exact> quantities() {
    return Arbitraries.longs().between(0, 40_000).map(hundredths -> Exact.of(hundredths, 2));
  }

  private static Graduated graduated(List<Step> steps) {
    return new Graduated(Steps.of(steps), Graduated.Unit.PRICE, true);
  }

  @Property(tries = 500, seed = "11")
  void graduatedWithoutFlatFeesHasNoJump(@ForAll("stepsWithoutFees") List<Step> steps) {
    Exact little = Exact.of(1, 6);
    for (Step step : steps) {
      Exact end = step.upTo();
      if (end != null) {
        Exact jump = graduated(steps).amount(end.plus(little)).minus(graduated(steps).amount(end));
        assertThat(jump.compareTo(little.times(Exact.of(100)))).isLessThanOrEqualTo(0);
        assertThat(jump.signum()).isGreaterThanOrEqualTo(0);
      }
    }
  }

  @Property(tries = 500, seed = "12")
  void graduatedNeverFallsWithTheQuantity(
      @ForAll("stepsWithoutFees") List<Step> steps,
      @ForAll("quantities") Exact a,
      @ForAll("quantities") Exact b) {
    assertThat(graduated(steps).amount(a.max(b)))
        .isGreaterThanOrEqualTo(graduated(steps).amount(a.min(b)));
  }

  @Property(tries = 500, seed = "13")
  void graduatedIsTheSumOfItsUnits(
      @ForAll("stepsWithoutFees") List<Step> steps, @ForAll("quantities") Exact quantity) {
    Exact expected = Exact.ZERO;
    Exact from = Exact.ZERO;
    for (Step step : steps) {
      Exact to = step.upTo() == null ? quantity : step.upTo().min(quantity);
      expected = expected.plus(to.minus(from).orZero().times(step.unitPrice()));
      from = to.max(from);
    }
    assertThat(graduated(steps).amount(quantity)).isEqualTo(expected);
  }

  @Property(tries = 300, seed = "14")
  void volumeAndGraduatedAgreeOnOneStep(
      @ForAll("quantities") Exact price,
      @ForAll("quantities") Exact flat,
      @ForAll("quantities") Exact quantity,
      @ForAll boolean chargeZero) {
    Steps one = Steps.of(List.of(Step.of(null, price, flat)));
    Graduated graduated = new Graduated(one, Graduated.Unit.PRICE, chargeZero);
    Volume volume = new Volume(one, chargeZero, null);
    assertThat(volume.amount(quantity)).isEqualTo(graduated.amount(quantity));
    assertThat(volume.formula(quantity)).isEqualTo(graduated.formula(quantity));
  }

  @Property(tries = 300, seed = "15")
  void volumeIsGraduatedWhereAllStepsCostTheSame(
      @ForAll("stepsWithoutFees") List<Step> steps,
      @ForAll("quantities") Exact price,
      @ForAll("quantities") Exact quantity) {
    List<Step> even = steps.stream().map(step -> Step.of(step.upTo(), price, Exact.ZERO)).toList();
    Exact all = price.times(quantity);
    assertThat(new Volume(Steps.of(even), true, null).amount(quantity)).isEqualTo(all);
    assertThat(graduated(even).amount(quantity)).isEqualTo(all);
  }

  @Property(tries = 300, seed = "16")
  void limitsHoldForEveryQuantity(
      @ForAll("stepsWithoutFees") List<Step> steps,
      @ForAll("quantities") Exact a,
      @ForAll("quantities") Exact b,
      @ForAll("quantities") Exact quantity) {
    Tariff tariff = Tariff.of(graduated(steps)).within(a.min(b), a.max(b));
    assertThat(tariff.amount(quantity)).isBetween(a.min(b), a.max(b));
  }

  @Property(tries = 300, seed = "17")
  void startedPackagesCoverTheQuantityAndFullOnesFitIntoIt(
      @ForAll("quantities") Exact quantity, @ForAll("quantities") Exact size) {
    Exact step = size.max(Exact.of(1, 2));
    Exact started = new Packages(step, Exact.ONE, Exact.ZERO, true).amount(quantity);
    Exact full = new Packages(step, Exact.ONE, Exact.ZERO, false).amount(quantity);
    assertThat(started.times(step)).isGreaterThanOrEqualTo(quantity);
    assertThat(full.times(step)).isLessThanOrEqualTo(quantity);
    assertThat(started.minus(full)).isBetween(Exact.ZERO, Exact.ONE);
  }
}
