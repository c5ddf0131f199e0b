package dev.duodang.pricing.proof;

import dev.duodang.pricing.book.Tier;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks for orders that a tier wins, among those of a box. */
final class Winning {

  private static final long WORK_FOR_ONE = 4_000_000;

  /** A look at one aspect of a box is so much less than a comparison of all. */
  private static final int GLANCES_PER_COMPARISON = 4;

  private final Space space;
  private final Examples examples;
  private final Work work;

  Winning(Space space, Examples examples, Work work) {
    this.space = space;
    this.examples = examples;
    this.work = work;
  }

  /** Whether the tier wins on some order of the box. */
  Reach of(Contest contest, Tier tier, Box within) {
    List<Box> undecided = new ArrayList<>();
    for (Contender contender : contest.of(tier)) {
      for (Box box : space.ofPricedOrders(contender.box().and(within))) {
        Reach reach = of(contest, contender, box);
        if (reach.example() != null) {
          return reach;
        }
        undecided.addAll(reach.undecided());
      }
    }
    return new Reach(null, undecided);
  }

  private Reach of(Contest contest, Contender contender, Box box) {
    if (work.isUsedUp()) {
      return new Reach(null, List.of(box));
    }
    List<Box> better = new ArrayList<>();
    for (Contender other : contest.overlapping(box, 0, contender.rank(), _ -> true)) {
      if (!other.isOfSameTier(contender) && !other.hangsOnExpression()) {
        better.add(other.box());
      }
    }
    Example simple = atAGlance(box, better);
    if (simple != null) {
      return new Reach(simple, List.of());
    }
    Work task = work.forTask(WORK_FOR_ONE);
    List<Example> found = new ArrayList<>();
    List<Box> left =
        new Splitting(space.aspects().size(), task)
            .split(
                box,
                better,
                piece -> {
                  Example example = examples.of(piece);
                  if (example != null) {
                    found.add(example);
                  }
                  return !found.isEmpty();
                });
    work.add(task);
    return found.isEmpty() ? new Reach(null, left) : new Reach(found.getFirst(), List.of());
  }

  /**
   * Takes in each aspect the part that the fewest covers admit. Most tiers are seen to win by this
   * alone; where they are not, nothing is said.
   */
  private @Nullable Example atAGlance(Box box, List<Box> covers) {
    Box point = box;
    List<Box> left = covers;
    for (int aspect = 0; aspect < space.aspects().size() && !left.isEmpty(); aspect++) {
      int place = aspect;
      Parts parts = point.parts(aspect);
      work.spend(1 + left.size() / GLANCES_PER_COMPARISON);
      if (left.stream().allMatch(cover -> cover.parts(place).contains(parts))) {
        continue;
      }
      int part = leastAdmitted(parts, left, aspect);
      point = point.with(aspect, Parts.only(space.aspects().get(aspect).size(), part));
      left = left.stream().filter(cover -> cover.parts(place).has(part)).toList();
    }
    return left.isEmpty() ? examples.of(point) : null;
  }

  private int leastAdmitted(Parts parts, List<Box> covers, int aspect) {
    int[] admitting = new int[space.aspects().get(aspect).size()];
    for (Box cover : covers) {
      if (!cover.parts(aspect).contains(parts)) {
        cover.parts(aspect).forEach(part -> admitting[part]++);
      }
    }
    int[] best = {parts.first()};
    parts.forEach(part -> best[0] = admitting[part] < admitting[best[0]] ? part : best[0]);
    return best[0];
  }
}
