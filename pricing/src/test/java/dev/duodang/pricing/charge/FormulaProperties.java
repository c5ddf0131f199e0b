package dev.duodang.pricing.charge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duodang.pricing.money.Exact;
import dev.duodang.pricing.sample.Formula;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What a formula shows, worked out by a reader, is the amount. */
class FormulaProperties {

  private final Random random = new Random(0);

  private Exact number(int most) {
    return Exact.of(random.nextInt(most * 100), 2);
  }

  private Exact some(int most) {
    return random.nextInt(3) == 0 ? Exact.ZERO : number(most);
  }

  private Exact positive() {
    return number(9).plus(Exact.of(1, 2));
  }

  private Exact orNone(int most) {
    return random.nextInt(3) == 0 ? number(most) : null;
  }

  private Steps steps() {
    List<Step> steps = new ArrayList<>();
    Exact end = Exact.ZERO;
    for (int i = random.nextInt(4); i >= 0; i--) {
      end = end.plus(positive());
      boolean open = i == 0 && random.nextBoolean();
      Exact block = random.nextInt(3) == 0 ? positive() : null;
      steps.add(new Step(open ? null : end, some(9), some(9), block, orNone(30)));
    }
    List<Steps.BeyondLast> beyond = List.of(Steps.BeyondLast.LAST_PRICE, Steps.BeyondLast.FREE);
    return new Steps(steps, beyond.get(random.nextInt(2)), Steps.Bound.INCLUSIVE);
  }

  private Rate rate() {
    boolean yes = random.nextBoolean();
    return switch (random.nextInt(8)) {
      case 0 -> new Flat(number(99));
      case 1 -> PerUnit.of(number(9));
      case 2 -> new PerUnit(number(9), positive(), yes);
      case 3 -> new Graduated(steps(), Graduated.Unit.PRICE, yes);
      case 4 -> new Graduated(steps(), Graduated.Unit.PERCENT, yes);
      case 5 -> new Volume(steps(), yes, null);
      case 6 -> new Packages(positive(), number(9), some(5), yes);
      default ->
          yes
              ? new Percentage(number(30), some(5), some(10), orNone(2), null)
              : distance(random.nextBoolean());
    };
  }

  private Distance distance(boolean threshold) {
    Exact metres = number(9).times(Exact.of(1000));
    Rate perKm =
        random.nextBoolean()
            ? PerUnit.of(number(9))
            : new Graduated(steps(), Graduated.Unit.PRICE, false);
    return new Distance(
        some(20),
        threshold ? Exact.ZERO : metres,
        perKm,
        random.nextBoolean(),
        threshold ? metres : null);
  }

  private Tariff tariff() {
    Conversion conversion =
        random.nextInt(3) == 0
            ? new Conversion(Conversion.Operation.DIVIDE, positive(), RoundingMode.CEILING, 1)
            : null;
    Exact minimum = orNone(50);
    return new Tariff(
        rate(),
        conversion,
        some(3),
        random.nextInt(3) == 0 ? Exact.of(random.nextInt(101)) : Exact.ZERO,
        random.nextInt(4) == 0 ? positive() : Exact.ONE,
        random.nextInt(4) == 0 ? positive() : Exact.ONE,
        null,
        minimum,
        random.nextInt(3) == 0 ? number(50).plus(Exact.of(50)) : null);
  }

  @Property(tries = 2000, seed = "3001")
  void theFormulaOfATariffComesToItsAmount(@ForAll long seed) {
    random.setSeed(seed);
    Tariff tariff = tariff();
    Exact quantity =
        tariff.rate() instanceof Distance ? number(40).times(Exact.of(1000)) : some(40);
    assertThat(Formula.value(tariff.formula(quantity)))
        .as("%s of %s: %s", tariff, quantity, tariff.formula(quantity))
        .isEqualTo(tariff.amount(quantity));
  }
}
