package dev.duodang.pricing.rating;

import dev.duodang.pricing.book.CountScope.Reach;
import dev.duodang.pricing.book.Effect;
import dev.duodang.pricing.book.FeeCategory;
import dev.duodang.pricing.book.Modifier;
import dev.duodang.pricing.money.Exact;
import dev.duodang.pricing.money.Money;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Applies a book's modifiers to the charges of one order, in their order. */
final class Modifying {

  private final CompiledBook compiled;
  private final Pricing pricing;
  private final List<Line> charges;

  Modifying(CompiledBook compiled, Pricing pricing) {
    this.compiled = compiled;
    this.pricing = pricing;
    this.charges = List.copyOf(pricing.lines());
  }

  void apply() {
    for (CompiledBook.CompiledModifier modifier : compiled.modifiers()) {
      List<Line> targets = targets(modifier);
      if (!targets.isEmpty()) {
        apply(modifier.modifier(), targets);
      }
    }
  }

  private List<Line> targets(CompiledBook.CompiledModifier compiledModifier) {
    Modifier modifier = compiledModifier.modifier();
    List<Line> targets = new ArrayList<>();
    for (Line line : charges) {
      boolean eligible =
          modifier.on().contains(line.category())
              && (modifier.includingQuoted() || !line.computation().isQuoted());
      Truth truth = eligible ? pricing.test(compiledModifier.asked(), line) : Truth.FAILS;
      if (truth == Truth.OPEN) {
        pricing.hold(
            new Hold(Hold.Reason.REGION_UNKNOWN, line.category(), line.item(), pricing.regions()));
        return List.of();
      }
      if (truth == Truth.HOLDS) {
        targets.add(line);
      }
    }
    return targets;
  }

  private void apply(Modifier modifier, List<Line> targets) {
    switch (modifier.effect()) {
      case Effect.Percent percent -> targets.forEach(line -> percent(modifier, percent, line));
      case Effect.Amount amount -> amount(modifier, amount, targets);
      case Effect.Minimum minimum -> limit(modifier, minimum.amount(), minimum.reach(), targets);
      case Effect.Maximum maximum -> limit(modifier, maximum.amount(), maximum.reach(), targets);
    }
  }

  private void percent(Modifier modifier, Effect.Percent percent, Line line) {
    Exact base =
        switch (percent.base()) {
          case CHARGE -> line.amount().toExact();
          case RUNNING -> running(line);
        };
    long minor = pricing.round(base.percent(percent.percent()));
    if (minor != 0) {
      Computation computation = new Computation.OfPercent(base, percent.percent());
      add(Line.Kind.MODIFIER, modifier, line, minor, computation);
    }
  }

  /** A charge with the modifiers and limits that it has so far. */
  private Exact running(Line charge) {
    Exact sum = Exact.ZERO;
    for (Line line : pricing.lines()) {
      boolean ofCharge =
          line.category().equals(charge.category())
              && line.item() == charge.item()
              && java.util.Objects.equals(line.part(), charge.part());
      if (ofCharge) {
        sum = sum.plus(line.amount().toExact());
      }
    }
    return sum;
  }

  private void amount(Modifier modifier, Effect.Amount amount, List<Line> targets) {
    Computation computation = new Computation.OfAmount(amount.amount());
    long minor = pricing.round(amount.amount());
    Set<Integer> done = new HashSet<>();
    for (Line line : targets) {
      int place = amount.per() == FeeCategory.Per.ORDER ? -1 : line.item();
      if (done.add(place) && minor != 0) {
        add(Line.Kind.MODIFIER, modifier, line, minor, computation);
      }
    }
  }

  private void limit(Modifier modifier, Exact limit, Reach reach, List<Line> targets) {
    Exact raw = targets.stream().map(this::running).reduce(Exact.ZERO, Exact::plus);
    String counter = modifier.id().text();
    Tally before = pricing.tally(reach, counter);
    Tally after = before.plus(new Tally.Contribution(pricing.order().orderNo(), raw));
    Exact sum = after.together(dev.duodang.pricing.book.CountScope.Counting.SUM);
    Exact due = Counters.exact(modifier.effect(), sum);
    long given = pricing.round(due);
    pricing.put(reach, counter, after.given(given));
    long minor = Math.subtractExact(given, before.givenMinor());
    if (minor != 0) {
      Money earlier = new Money(before.givenMinor(), compiled.book().currency());
      Computation computation = new Computation.OfLimit(limit, sum, due, earlier);
      add(Line.Kind.LIMIT, modifier, targets.getFirst(), minor, computation);
    }
  }

  private void add(
      Line.Kind kind, Modifier modifier, Line target, long minor, Computation computation) {
    pricing
        .lines()
        .add(
            new Line(
                kind,
                target.category(),
                target.item(),
                target.tier(),
                modifier.id(),
                target.part(),
                modifier.name(),
                new Money(minor, compiled.book().currency()),
                null,
                computation));
  }
}
