package dev.duodang.pricing.book.text;

import dev.duodang.pricing.book.Conditions;
import dev.duodang.pricing.book.CounterDeclaration;
import dev.duodang.pricing.book.CounterId;
import dev.duodang.pricing.book.FeeCategory;
import dev.duodang.pricing.book.Period;
import dev.duodang.pricing.book.Rebate;
import dev.duodang.pricing.book.RebateId;
import dev.duodang.pricing.book.RebateStep;
import dev.duodang.pricing.money.Exact;
import dev.duodang.pricing.order.MeasureName;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counters and rebates of random books. The first counters are of limits, one for each. */
final class RandomPeriods {

  private final Chance chance;
  private final RandomConditions conditions;
  private List<CounterDeclaration> ofLimits = List.of();
  private List<CounterDeclaration> ofCharges = List.of();

  RandomPeriods(Chance chance, RandomConditions conditions) {
    this.chance = chance;
    this.conditions = conditions;
  }

  List<CounterDeclaration> counters() {
    ofLimits = chance.some(3, i -> counter("limit", i));
    ofCharges = chance.some(3, i -> counter("counter", i));
    List<CounterDeclaration> all = new ArrayList<>(ofLimits);
    all.addAll(ofCharges);
    return all;
  }

  /** The counters that charges may count in. */
  List<CounterDeclaration> ofCharges() {
    return ofCharges;
  }

  private CounterDeclaration counter(String what, int i) {
    CounterId id = CounterId.of(chance.id(what, i));
    String name = chance.odds(3) ? id.text() : chance.name();
    return new CounterDeclaration(id, name, chance.pick(Period.values()));
  }

  /** The counter of the limit of that place; null where there is none. */
  @Nullable CounterId limit(int place) {
    return place < ofLimits.size() ? ofLimits.get(place).id() : null;
  }

  List<Rebate> rebates(List<FeeCategory> categories) {
    return chance.some(3, i -> rebate(i, categories));
  }

  private Rebate rebate(int i, List<FeeCategory> categories) {
    RebateId id = RebateId.of(chance.id("rebate", i));
    Rebate.Measured measure = measure(i);
    Rebate.Stepping stepping = chance.pick(Rebate.Stepping.values());
    boolean withPercent = measure instanceof Rebate.Counted || stepping == Rebate.Stepping.VOLUME;
    List<RebateStep> steps = new ArrayList<>();
    Exact end = Exact.ZERO;
    for (int left = chance.below(3); left > 0; left--) {
      end = end.plus(chance.positive());
      steps.add(step(end, withPercent));
    }
    steps.add(step(null, withPercent));
    return new Rebate(
        id,
        chance.odds(3) ? id.text() : chance.name(),
        categories.stream()
            .map(FeeCategory::id)
            .limit(1 + chance.below(categories.size()))
            .toList(),
        chance.odds(2) ? Conditions.NONE : conditions.ofLines(),
        chance.pick(Period.values()),
        measure,
        stepping,
        chance.pick(Rebate.Base.values()),
        steps);
  }

  private Rebate.Measured measure(int i) {
    return chance.odds(3)
        ? new Rebate.Outside(
            MeasureName.of(chance.id("measure", i)),
            chance.name(),
            chance.odds(2) ? "" : chance.name())
        : chance.pick(Rebate.Counted.values());
  }

  private RebateStep step(@Nullable Exact end, boolean withPercent) {
    return new RebateStep(
        end,
        withPercent ? Exact.of(chance.below(101)) : Exact.ZERO,
        chance.odds(3) ? chance.amount() : Exact.ZERO,
        chance.odds(3) ? chance.amount() : Exact.ZERO);
  }
}
