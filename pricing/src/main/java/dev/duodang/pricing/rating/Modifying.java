package dev.duodang.pricing.rating;

import dev.duodang.pricing.book.FeeCategory;
import dev.duodang.pricing.book.Modifier;
import dev.duodang.pricing.book.ModifierGroup;
import dev.duodang.pricing.money.Currency;
import dev.duodang.pricing.money.Money;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Applies a book's modifiers to the charges of one order, in their order. */
final class Modifying {

  private final CompiledBook compiled;
  private final Pricing pricing;
  private final Currency currency;
  private final ModifierEffects effects;
  private final Contests contests;
  private final List<Line> charges;

  Modifying(CompiledBook compiled, Pricing pricing, Contests contests) {
    this.compiled = compiled;
    this.pricing = pricing;
    this.currency = compiled.book().currency();
    this.effects = new ModifierEffects(pricing, currency);
    this.contests = contests;
    this.charges = List.copyOf(pricing.lines());
  }

  void apply() {
    for (ModifierStep step : compiled.modifierSteps()) {
      ModifierGroup group = step.group();
      if (group == null) {
        apply(step.members().getFirst());
      } else if (group.per() == FeeCategory.Per.ORDER) {
        applyOne(group, step, charges);
      } else {
        charges.stream()
            .map(Line::item)
            .distinct()
            .forEach(item -> applyOne(group, step, ofItem(item)));
      }
    }
  }

  private List<Line> ofItem(int item) {
    return charges.stream().filter(line -> line.item() == item).toList();
  }

  private void apply(CompiledBook.CompiledModifier modifier) {
    Entrant entrant = entrant(modifier, charges);
    if (entrant == null) {
      return;
    }
    if (entrant.open()) {
      hold(entrant);
    } else {
      keep(effects.of(modifier.modifier(), entrant.targets()));
    }
  }

  /**
   * A modifier with the charges that it would change.
   *
   * @param open whether that hangs on what of the region is not known, or on an expression
   * @param undecided for an expression that is neither true nor false; null for none
   */
  private record Entrant(
      Modifier modifier, List<Line> targets, boolean open, @Nullable Hold undecided) {}

  /** The modifier with what it would change; null where that is nothing. */
  private @Nullable Entrant entrant(CompiledBook.CompiledModifier compiled, List<Line> lines) {
    Modifier modifier = compiled.modifier();
    List<Line> targets = new ArrayList<>();
    boolean open = false;
    Hold undecided = null;
    for (Line line : lines) {
      boolean eligible =
          modifier.on().contains(line.category())
              && (modifier.includingQuoted() || !line.computation().isQuoted());
      Truth truth = eligible ? pricing.test(compiled.asked(), line) : Truth.FAILS;
      if (truth != Truth.FAILS) {
        targets.add(line);
        open |= truth != Truth.HOLDS;
      }
      if (truth == Truth.UNDECIDED && undecided == null) {
        undecided =
            pricing.undecided(
                compiled.asked(), pricing.subjectsOf(line), line.category(), line.item());
      }
    }
    return targets.isEmpty() ? null : new Entrant(modifier, targets, open, undecided);
  }

  private void hold(Entrant entrant) {
    Line line = entrant.targets().getFirst();
    Hold undecided = entrant.undecided();
    pricing.hold(
        undecided != null
            ? undecided
            : new Hold(
                Hold.Reason.REGION_UNKNOWN, line.category(), line.item(), pricing.regions()));
  }

  private void keep(ModifierEffects.Done done) {
    pricing.lines().addAll(done.lines());
    switch (done.counted()) {
      case null -> {}
      case ModifierEffects.Counted.InVisit(var reach, var counter, var tally) ->
          pricing.put(reach, counter, tally);
      case ModifierEffects.Counted.InPeriod(var counter, var limit, int item, var part) ->
          pricing.counts().add(counter, limit, item, part);
    }
  }

  private void applyOne(ModifierGroup group, ModifierStep step, List<Line> lines) {
    List<Entrant> entrants = new ArrayList<>();
    for (CompiledBook.CompiledModifier member : step.members()) {
      Entrant entrant = entrant(member, lines);
      if (entrant != null) {
        entrants.add(entrant);
      }
    }
    if (!entrants.isEmpty()) {
      int item = group.per() == FeeCategory.Per.ORDER ? -1 : lines.getFirst().item();
      switch (group.choice()) {
        case PRIORITY -> applyFirst(entrants, item);
        case BEST -> applyBest(entrants, item);
      }
    }
  }

  private void applyFirst(List<Entrant> entrants, int item) {
    Entrant first = entrants.getFirst();
    if (first.open()) {
      hold(first);
      return;
    }
    keep(effects.of(first.modifier(), first.targets()));
    for (Entrant other : entrants.subList(1, entrants.size())) {
      contests.lost(other.modifier(), new Explanation.Outdone.ByPriority(first.modifier(), item));
    }
  }

  /** The region matters only where a member that hangs on it would be better than all others. */
  private void applyBest(List<Entrant> entrants, int item) {
    List<ModifierEffects.Done> all =
        entrants.stream().map(one -> effects.of(one.modifier(), one.targets())).toList();
    int best = 0;
    for (int i = 1; i < all.size(); i++) {
      best = all.get(i).minor() > all.get(best).minor() ? i : best;
    }
    if (entrants.get(best).open()) {
      hold(entrants.get(best));
      return;
    }
    keep(all.get(best));
    for (int i = 0; i < all.size(); i++) {
      if (i != best) {
        contests.lost(
            entrants.get(i).modifier(),
            new Explanation.Outdone.ByAmount(
                entrants.get(best).modifier(),
                item,
                new Money(all.get(i).minor(), currency),
                new Money(all.get(best).minor(), currency)));
      }
    }
  }
}
