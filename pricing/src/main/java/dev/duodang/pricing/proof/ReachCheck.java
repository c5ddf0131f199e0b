package dev.duodang.pricing.proof;

import dev.duodang.pricing.book.Condition;
import dev.duodang.pricing.book.Conditions;
import dev.duodang.pricing.book.Tier;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds tiers that win on no order: because better ones admit all of theirs, or there are none. One
 * that a person may force on an order has a use even so.
 */
final class ReachCheck {

  private static final int COVERING_MAX = 5;

  private final Space space;
  private final Examples examples;
  private final Trial trial;
  private final Winning winning;
  private final Contradictions contradictions;
  private final List<Finding> found = new ArrayList<>();

  ReachCheck(Space space, Examples examples, Trial trial, Winning winning, Box applies) {
    this.space = space;
    this.examples = examples;
    this.trial = trial;
    this.winning = winning;
    this.contradictions = new Contradictions(examples, applies);
  }

  void check(Contest contest, Tier tier) {
    if (tier.mayBeForced()) {
      return;
    }
    Reach reach = winning.of(contest, tier, space.all());
    if (reach.example() != null) {
      if (tier.when().expression() != null && !trial.wins(tier, reach.example())) {
        found.add(
            new Finding.ReachByExpression(
                Ids.of("reach-by-expression", tier.id().text()), tier, reach.example()));
      }
      return;
    }
    if (!reach.isUnreachable()) {
      addUndecided(tier, reach);
      return;
    }
    Example admitted = admitted(contest, tier);
    if (admitted == null) {
      addContradiction(tier);
    } else if (tier.when().expression() != null
        || (trial.admits(tier, admitted) && !trial.wins(tier, admitted))) {
      found.add(
          new Finding.Unreachable(
              Ids.of("unreachable", tier.id().text()), tier, covering(contest, tier), admitted));
    }
  }

  private @Nullable Example admitted(Contest contest, Tier tier) {
    for (Contender contender : contest.of(tier)) {
      for (Box box : space.ofPricedOrders(contender.box())) {
        Example example = examples.of(box);
        if (example != null) {
          return example;
        }
      }
    }
    return null;
  }

  /** A single tier that admits all of this one's orders, else the first of those that help. */
  private List<Tier> covering(Contest contest, Tier tier) {
    List<Contender> own = contest.of(tier);
    Set<Tier> helping = new LinkedHashSet<>();
    for (Contender contender : own) {
      for (Contender other : contest.overlapping(contender.box(), 0, contender.rank(), _ -> true)) {
        boolean stronger = !other.isOfSameTier(contender) && !other.hangsOnExpression();
        if (stronger && own.size() == 1 && other.box().contains(contender.box())) {
          return List.of(other.tier());
        }
        if (stronger
            && helping.size() < COVERING_MAX
            && examples.of(other.box().and(contender.box())) != null) {
          helping.add(other.tier());
        }
      }
    }
    return List.copyOf(helping);
  }

  private void addUndecided(Tier tier, Reach reach) {
    found.add(
        new Finding.UndecidedReach(
            Ids.of("undecided-reach", tier.id().text()),
            tier,
            space.area(reach.undecided().getFirst()),
            examples.of(reach.undecided().getFirst())));
  }

  private void addContradiction(Tier tier) {
    List<Condition> contradicting =
        contradictions.in(tier.when(), when -> space.box(tier, new Conditions(when)));
    List<Condition> rest = new ArrayList<>(tier.when().all());
    rest.removeAll(contradicting);
    found.add(
        new Finding.Contradiction(
            Ids.of("contradiction", tier.id().text()),
            tier,
            contradicting,
            contradictions.example(space.box(new Conditions(rest)))));
  }

  List<Finding> found() {
    return found;
  }
}
