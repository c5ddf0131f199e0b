package dev.duodang.pricing.book.text;

import dev.duodang.pricing.book.CategoryId;
import dev.duodang.pricing.book.Charge;
import dev.duodang.pricing.book.CountScope;
import dev.duodang.pricing.book.CounterDeclaration;
import dev.duodang.pricing.book.FeeCategory;
import dev.duodang.pricing.book.Measure;
import dev.duodang.pricing.book.MeasureDeclaration;
import dev.duodang.pricing.book.PartyKind;
import dev.duodang.pricing.book.PriceList;
import dev.duodang.pricing.book.QuoteRange;
import dev.duodang.pricing.book.Relation;
import dev.duodang.pricing.charge.Conversion;
import dev.duodang.pricing.charge.Distance;
import dev.duodang.pricing.charge.Flat;
import dev.duodang.pricing.charge.Graduated;
import dev.duodang.pricing.charge.Packages;
import dev.duodang.pricing.charge.PerUnit;
import dev.duodang.pricing.charge.Percentage;
import dev.duodang.pricing.charge.Rate;
import dev.duodang.pricing.charge.Step;
import dev.duodang.pricing.charge.Steps;
import dev.duodang.pricing.charge.Tariff;
import dev.duodang.pricing.charge.Volume;
import dev.duodang.pricing.money.Exact;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Charges of every model, with everything that can stand around one. */
final class RandomCharges {

  private final Chance chance;
  private List<MeasureDeclaration> measures = List.of();
  private List<FeeCategory> categories = List.of();
  private List<PriceList> lists = List.of();
  private List<CounterDeclaration> counters = List.of();

  RandomCharges(Chance chance) {
    this.chance = chance;
  }

  void declare(
      List<MeasureDeclaration> measures,
      List<FeeCategory> categories,
      List<PriceList> lists,
      List<CounterDeclaration> counters) {
    this.measures = measures;
    this.categories = categories;
    this.lists = lists;
    this.counters = counters;
  }

  Charge random(FeeCategory category) {
    return switch (chance.below(6)) {
      case 0 -> new Charge.Quoted(range());
      case 1 ->
          lists.isEmpty()
              ? metered(category, false)
              : new Charge.Listed(chance.pick(lists).id(), chance.pick(Charge.Listed.By.values()));
      case 2 ->
          new Charge.Summed(
              List.of(metered(category, true), metered(category, true)),
              chance.odds(2) ? chance.amount() : null,
              chance.odds(2) ? chance.amount() : null);
      default -> metered(category, false);
    };
  }

  private QuoteRange range() {
    Exact from = chance.amount();
    return new QuoteRange(from, from.plus(chance.amount()));
  }

  private Charge.Metered metered(FeeCategory category, boolean alone) {
    Exact minimum = chance.odds(4) ? chance.amount() : null;
    Exact maximum = chance.odds(4) ? chance.amount().plus(Exact.of(1_000_000)) : null;
    Tariff tariff =
        new Tariff(
            rate(),
            conversion(),
            chance.odds(4) ? chance.amount() : Exact.ZERO,
            chance.odds(4) ? Exact.of(chance.below(101)) : Exact.ZERO,
            Exact.ONE,
            Exact.ONE,
            null,
            minimum,
            maximum);
    CountScope scope = alone || chance.odds(2) ? CountScope.ALONE : scope();
    return new Charge.Metered(
        measure(category), tariff, scope, !alone && chance.odds(5) ? range() : null);
  }

  private CountScope scope() {
    CountScope.Reach reach = chance.pick(CountScope.Reach.values());
    if (reach != CountScope.Reach.PERIOD) {
      return CountScope.of(reach, chance.pick(CountScope.Counting.values()));
    }
    return counters.isEmpty()
        ? CountScope.ALONE
        : new CountScope(reach, CountScope.Counting.SUM, chance.pick(counters).id());
  }

  private Measure measure(FeeCategory category) {
    List<Measure> all = new ArrayList<>(List.of(Measure.Standard.values()));
    measures.forEach(measure -> all.add(new Measure.Named(measure.name())));
    all.add(
        new Measure.RelationAmount(
            new Relation(PartyKind.CUSTOMER, PartyKind.HEADQUARTERS), CategoryId.of("labour")));
    for (FeeCategory before : categories.subList(0, categories.indexOf(category))) {
      all.add(new Measure.CategoryAmount(before.id()));
    }
    return chance.pick(all);
  }

  private @Nullable Conversion conversion() {
    if (!chance.odds(4)) {
      return null;
    }
    RoundingMode rounding =
        chance.odds(3)
            ? null
            : chance.pick(List.of(RoundingMode.CEILING, RoundingMode.FLOOR, RoundingMode.HALF_UP));
    return new Conversion(
        chance.pick(Conversion.Operation.values()), chance.positive(), rounding, chance.below(3));
  }

  private Rate rate() {
    return switch (chance.below(8)) {
      case 0 -> new Flat(chance.amount());
      case 1 -> PerUnit.of(chance.amount());
      case 2 -> new PerUnit(chance.amount(), chance.positive(), chance.odds(2));
      case 3 -> new Graduated(steps(), chance.pick(Graduated.Unit.values()), chance.odds(2));
      case 4 -> new Volume(steps(), chance.odds(2), null);
      case 5 -> new Packages(chance.positive(), chance.amount(), chance.amount(), chance.odds(2));
      case 6 -> percentage();
      default -> distance();
    };
  }

  private Percentage percentage() {
    return chance.odds(2)
        ? Percentage.of(chance.amount())
        : new Percentage(chance.amount(), chance.amount(), chance.amount(), null, null);
  }

  private Distance distance() {
    boolean threshold = chance.odds(3);
    Rate perKm =
        chance.odds(2)
            ? PerUnit.of(chance.amount())
            : new Graduated(steps(), Graduated.Unit.PRICE, chance.odds(4));
    return new Distance(
        chance.odds(3) ? Exact.ZERO : chance.amount(),
        threshold ? Exact.ZERO : chance.measured(),
        perKm,
        chance.odds(2),
        threshold ? chance.measured() : null);
  }

  private Steps steps() {
    List<Step> steps = new ArrayList<>();
    Exact end = Exact.ZERO;
    int count = 1 + chance.below(4);
    for (int i = 0; i < count; i++) {
      end = end.plus(chance.positive());
      boolean open = i == count - 1 && chance.odds(2);
      steps.add(
          new Step(
              open ? null : end,
              chance.odds(4) ? Exact.ZERO : chance.amount(),
              chance.odds(2) ? Exact.ZERO : chance.amount(),
              chance.odds(4) ? chance.positive() : null,
              chance.odds(4) ? chance.amount() : null));
    }
    return new Steps(steps, chance.pick(Steps.BeyondLast.values()), Steps.Bound.INCLUSIVE);
  }
}
