package dev.duodang.pricing.proof;

import dev.duodang.pricing.book.FeeCategory;
import dev.duodang.pricing.book.Tier;
import dev.duodang.pricing.book.TierId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds pairs of tiers of equal rank that admit the same order, whether or not a third tier wins
 * there. In a category that is per order, two items may each bring a tier.
 */
final class ConflictCheck {

  private static final int COUNTED_MAX = 10_000;
  private static final long WORK_FOR_ONE = 100_000;

  private final Space space;
  private final Examples examples;
  private final Trial trial;
  private final Work work;
  private final List<Finding.Conflict> found = new ArrayList<>();
  private final Set<Set<TierId>> pairs = new HashSet<>();
  private long counted;
  private boolean isExact = true;

  ConflictCheck(Space space, Examples examples, Trial trial, Work work) {
    this.space = space;
    this.examples = examples;
    this.trial = trial;
    this.work = work;
  }

  void check(Contest contest) {
    List<Contender> contenders = contest.contenders();
    int end = 0;
    for (Contender contender : contenders) {
      end = Math.max(end, contender.place() + 1);
      while (end < contenders.size() && mayTie(contest, contender, contenders.get(end))) {
        end++;
      }
      if (work.isUsedUp() || counted >= COUNTED_MAX) {
        isExact = false;
        return;
      }
      if (!contender.box().isEmpty()) {
        check(contest, contender, end);
      }
    }
  }

  /**
   * Whether two ranks do not set the tiers apart. Specificity does not where an expression decides,
   * of which one cannot tell how specific it is; then only priority does.
   */
  private static boolean mayTie(Contest contest, Contender one, Contender other) {
    return one.rank() == other.rank()
        || (one.tier().priority() == other.tier().priority()
            && contest.hasExpressionAt(one.tier().priority()));
  }

  private static boolean ties(Contender one, Contender other) {
    return one.rank() == other.rank() || one.hangsOnExpression() || other.hangsOnExpression();
  }

  private void check(Contest contest, Contender contender, int end) {
    boolean perItem = contest.category().per() == FeeCategory.Per.ITEM;
    List<Contender> others =
        contest.overlapping(
            contender.box(),
            contender.place() + 1,
            end,
            aspect -> perItem || !space.aspects().get(aspect).ofItem());
    work.spend(1 + (end - contender.place()) / Long.SIZE + others.size());
    for (Contender other : others) {
      boolean fresh =
          ties(contender, other)
              && !other.isOfSameTier(contender)
              && !other.box().isEmpty()
              && !pairs.contains(Set.of(other.tier().id(), contender.tier().id()));
      Example example = fresh ? shared(contest, contender, other) : null;
      if (example != null) {
        add(contender.tier(), other.tier(), example);
      }
    }
  }

  private void add(Tier one, Tier other, Example example) {
    if (!mayAdmit(one, example) || !mayAdmit(other, example)) {
      return;
    }
    pairs.add(Set.of(one.id(), other.id()));
    counted++;
    if (found.size() < Findings.SHOWN_MAX) {
      boolean inOrder = one.id().text().compareTo(other.id().text()) < 0;
      Tier first = inOrder ? one : other;
      Tier second = inOrder ? other : one;
      found.add(
          new Finding.Conflict(
              Ids.of("conflict", first.id().text(), second.id().text()), first, second, example));
    }
  }

  /** No engine tells whether an expression admits another order than this one. */
  private boolean mayAdmit(Tier tier, Example example) {
    return tier.when().expression() != null || trial.admits(tier, example);
  }

  /** An order on which both have this rank, or null when there is none. */
  private @Nullable Example shared(Contest contest, Contender one, Contender other) {
    List<Box> better = new ArrayList<>(contest.betterRowsOf(one));
    better.addAll(contest.betterRowsOf(other));
    List<Example> found = new ArrayList<>();
    for (Box box : space.ofPricedOrders(one.box().and(other.box()))) {
      split(
          box,
          better,
          piece -> {
            Example example = examples.of(piece);
            if (example != null) {
              found.add(example);
            }
            return !found.isEmpty();
          });
      if (!found.isEmpty()) {
        return found.getFirst();
      }
    }
    boolean perItem = contest.category().per() == FeeCategory.Per.ITEM;
    return perItem ? null : ofTwoItems(one, other, better);
  }

  /** A tier that names nodes of several depths has the rank of the deepest that holds. */
  private void split(Box box, List<Box> better, Predicate<Box> enough) {
    Work task = work.forTask(WORK_FOR_ONE);
    List<Box> left = new Splitting(space.aspects().size(), task).split(box, better, enough);
    isExact &= left.isEmpty();
    work.add(task);
  }

  private @Nullable Example ofTwoItems(Contender one, Contender other, List<Box> better) {
    for (Box priced : space.ofPricedOrders(space.all())) {
      for (Box first : without(one.box().and(priced), better)) {
        for (Box second : without(other.box().and(priced), better)) {
          Example example = examples.of(ofOrder(first.and(second)), first, second);
          if (example != null) {
            return example;
          }
        }
      }
    }
    return null;
  }

  private List<Box> without(Box box, List<Box> better) {
    List<Box> pieces = new ArrayList<>();
    split(
        box,
        better,
        piece -> {
          pieces.add(piece);
          return false;
        });
    return pieces;
  }

  /** The box with all that items may be. */
  private Box ofOrder(Box box) {
    Box common = box;
    for (int aspect = 0; aspect < space.aspects().size(); aspect++) {
      if (space.aspects().get(aspect).ofItem()) {
        common = common.with(aspect, space.aspects().get(aspect).all());
      }
    }
    return common;
  }

  List<Finding.Conflict> found() {
    return found;
  }

  Findings.Count count() {
    return new Findings.Count(counted, isExact);
  }
}
