package dev.duodang.pricing.proof;

import dev.duodang.pricing.book.CategoryId;
import dev.duodang.pricing.book.Charge;
import dev.duodang.pricing.book.Condition;
import dev.duodang.pricing.book.Conditions;
import dev.duodang.pricing.book.Modifier;
import dev.duodang.pricing.book.Rebate;
import dev.duodang.pricing.book.Tier;
import dev.duodang.pricing.rating.Decisions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds modifiers that apply to no order, and rebates that count none. */
final class ModifierCheck {

  private final Space space;
  private final Trial trial;
  private final Winning winning;
  private final List<Contest> contests;
  private final Contradictions contradictions;
  private final Displacing groups;
  private final PromiseCheck promises;
  private final Work work;
  private final List<Finding> found = new ArrayList<>();

  ModifierCheck(
      Space space,
      Examples examples,
      Trial trial,
      Winning winning,
      List<Contest> contests,
      Box applies,
      Displacing groups,
      PromiseCheck promises,
      Work work) {
    this.space = space;
    this.trial = trial;
    this.winning = winning;
    this.contests = contests;
    this.groups = groups;
    this.promises = promises;
    this.work = work;
    this.contradictions = new Contradictions(examples, applies);
  }

  void check(Modifier modifier) {
    Box box = space.box(modifier.when());
    Example met = contradictions.example(box);
    FindingId id = Ids.of("idle-modifier", modifier.id().text());
    List<Condition> unpromised = promises.unpromised(modifier.when());
    if (!unpromised.isEmpty()) {
      found.add(new Finding.IdleModifier(id, modifier, unpromised, List.of(), null));
    } else if (met == null) {
      Contradiction why = contradiction(modifier.when());
      found.add(new Finding.IdleModifier(id, modifier, why.contradicting, List.of(), why.example));
    } else if (!mayApply(modifier.on(), tier -> isOpenTo(modifier, tier), box)
        && makesNoLine(modifier, met)) {
      found.add(new Finding.IdleModifier(id, modifier, List.of(), List.of(), met));
    } else if (makesNoLine(modifier, met)) {
      checkGroup(id, modifier, box, met);
    }
  }

  /** Whether members of higher priority come first on every order that meets the conditions. */
  private void checkGroup(FindingId id, Modifier modifier, Box box, Example met) {
    List<Modifier> before = groups.before(modifier);
    List<Box> covers = before.stream().map(other -> space.box(other.when())).toList();
    List<Box> left = new ArrayList<>();
    List<Box> undecided =
        new Splitting(space.aspects().size(), work)
            .split(
                box,
                covers,
                piece -> {
                  if (contradictions.example(piece) != null) {
                    left.add(piece);
                  }
                  return !left.isEmpty();
                });
    if (!before.isEmpty() && left.isEmpty() && undecided.isEmpty()) {
      found.add(new Finding.IdleModifier(id, modifier, List.of(), before, met));
    }
  }

  void check(Rebate rebate) {
    Box box = space.box(rebate.when());
    Example met = contradictions.example(box);
    FindingId id = Ids.of("idle-rebate", rebate.id().text());
    List<Condition> unpromised = promises.unpromised(rebate.when());
    if (!unpromised.isEmpty()) {
      found.add(new Finding.IdleRebate(id, rebate, unpromised, null));
    } else if (met == null) {
      Contradiction why = contradiction(rebate.when());
      found.add(new Finding.IdleRebate(id, rebate, why.contradicting, why.example));
    } else if (!mayApply(rebate.on(), _ -> true, box)) {
      found.add(new Finding.IdleRebate(id, rebate, List.of(), met));
    }
  }

  private record Contradiction(List<Condition> contradicting, @Nullable Example example) {}

  private Contradiction contradiction(Conditions conditions) {
    List<Condition> contradicting =
        contradictions.in(conditions, when -> space.box(new Conditions(when)));
    List<Condition> rest = new ArrayList<>(conditions.all());
    rest.removeAll(contradicting);
    return new Contradiction(
        contradicting, contradictions.example(space.box(new Conditions(rest))));
  }

  private boolean makesNoLine(Modifier modifier, Example example) {
    return trial.lines(example, Decisions.NONE).stream()
        .noneMatch(line -> modifier.id().equals(line.modifier()));
  }

  /** Whether a tier of some categories wins on an order that meets conditions. */
  private boolean mayApply(List<CategoryId> on, Predicate<Tier> isOpen, Box box) {
    for (Contest contest : contests) {
      CategoryId category = contest.category().id();
      if (on.contains(category)) {
        for (Tier tier : contest.tiers()) {
          if (isOpen.test(tier) && !winning.of(contest, tier, box).isUnreachable()) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static boolean isOpenTo(Modifier modifier, Tier tier) {
    return switch (tier.charge()) {
      case Charge.Quoted _ -> modifier.includingQuoted();
      case Charge.Metered _, Charge.Summed _, Charge.Listed _ -> true;
    };
  }

  List<Finding> found() {
    return found;
  }
}
