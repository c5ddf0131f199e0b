package dev.duodang.pricing.proof;

import dev.duodang.pricing.book.Conditions;
import dev.duodang.pricing.book.FeeCategory;
import dev.duodang.pricing.book.Tier;
import dev.duodang.pricing.order.OrderStatus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the orders that a book declares to cover and that no tier of a required category admits, as
 * areas that cannot be made larger. Orders whose facts are final count, unless the declaration
 * names a status itself.
 */
final class GapCheck {

  private static final int COUNTED_MAX = 1000;
  private static final long WORK_FOR_ONE = 100_000;

  private final Space space;
  private final Examples examples;
  private final Trial trial;
  private final Work work;
  private final Map<FindingId, Sized> gaps = new LinkedHashMap<>();
  private final List<Finding> undecided = new ArrayList<>();
  private final Set<Finding> byExpression = new LinkedHashSet<>();
  private boolean isExact = true;

  /** A gap with how much of the world it is. */
  private record Sized(Finding.Gap gap, long size) {}

  /** An area without a price, and an order in it. */
  private record Found(Box area, Example example) {}

  GapCheck(Space space, Examples examples, Trial trial, Work work) {
    this.space = space;
    this.examples = examples;
    this.trial = trial;
    this.work = work;
  }

  void check(Contest contest, Conditions covered, Box applies) {
    Box declared = space.box(covered).and(applies);
    Box box =
        covered.namesStatus()
            ? space.withMandatory(
                space.withStatus(declared, status -> status != OrderStatus.CANCELLED))
            : space.ofFinalOrders(declared);
    if (box.isEmpty()) {
      return;
    }
    List<Contender> overlapping =
        contest.overlapping(box, 0, contest.contenders().size(), _ -> true);
    List<Box> covers = overlapping.stream().map(Contender::box).toList();
    List<Found> areas = new ArrayList<>();
    List<Box> left =
        new Splitting(space.aspects().size(), work)
            .split(box, covers, piece -> found(contest.category(), piece, box, covers, areas));
    isExact &= left.isEmpty();
    addGaps(contest.category(), areas);
    if (!left.isEmpty()) {
      addUndecided(contest.category(), left);
    }
    checkExpressions(contest.category(), box, overlapping);
  }

  /** What only tiers with an expression may admit is neither covered nor a gap. */
  private void checkExpressions(FeeCategory category, Box declared, List<Contender> overlapping) {
    List<Box> certain =
        overlapping.stream()
            .filter(contender -> !contender.hangsOnExpression())
            .map(Contender::box)
            .toList();
    for (Contender contender : overlapping) {
      if (contender.hangsOnExpression()) {
        List<Box> pieces = new ArrayList<>();
        List<Box> left =
            new Splitting(space.aspects().size(), work)
                .split(
                    declared.and(contender.box()),
                    certain,
                    piece -> {
                      if (examples.of(piece) != null) {
                        pieces.add(piece);
                      }
                      return pieces.size() >= COUNTED_MAX;
                    });
        pieces.addAll(left);
        addByExpression(category, contender.tier(), pieces);
      }
    }
  }

  private void addByExpression(FeeCategory category, Tier tier, List<Box> pieces) {
    Example example = firstOf(pieces);
    if (example != null) {
      Area words = space.areaOfFinalOrders(hull(pieces));
      byExpression.add(
          new Finding.GapByExpression(
              Ids.of("gap-by-expression", category.id().text(), tier.id().text(), Ids.text(words)),
              category,
              tier,
              words,
              example));
    }
  }

  /** Notes a piece without a price, unless it lies in an area that is known; true for enough. */
  private boolean found(
      FeeCategory category, Box piece, Box declared, List<Box> covers, List<Found> areas) {
    work.spend(areas.size());
    if (areas.stream().anyMatch(known -> known.area.contains(piece))) {
      return false;
    }
    Example example = examples.of(piece);
    if (example != null && trial.isUnpriced(example, category.id())) {
      areas.add(new Found(largest(piece, declared, covers), example));
    }
    boolean enough = gaps.size() + areas.size() >= COUNTED_MAX;
    isExact &= !enough;
    return enough;
  }

  /** Leaves out areas that others hold, the smallest first, and shows what each alone holds. */
  private void addGaps(FeeCategory category, List<Found> areas) {
    List<Found> needed = new ArrayList<>(areas);
    needed.sort(Comparator.comparingLong(found -> size(found.area)));
    int at = 0;
    while (at < needed.size()) {
      Found found = needed.get(at);
      List<Box> others = new ArrayList<>(needed.stream().map(Found::area).toList());
      others.remove(at);
      Work task = work.forTask(WORK_FOR_ONE);
      List<Example> own = new ArrayList<>();
      List<Box> left =
          new Splitting(space.aspects().size(), task)
              .split(
                  found.area,
                  others,
                  piece -> {
                    Example example = examples.of(piece);
                    if (example != null && trial.isUnpriced(example, category.id())) {
                      own.add(example);
                    }
                    return !own.isEmpty();
                  });
      work.add(task);
      if (own.isEmpty() && left.isEmpty()) {
        needed.remove(at);
      } else {
        add(category, found.area, own.isEmpty() ? found.example : own.getFirst());
        at++;
      }
    }
  }

  private void add(FeeCategory category, Box area, Example example) {
    Area words = space.areaOfFinalOrders(area);
    FindingId id = Ids.of("gap", category.id().text(), Ids.text(words));
    gaps.putIfAbsent(id, new Sized(new Finding.Gap(id, category, words, example), size(area)));
  }

  /** Lets a free box grow in one aspect after the other, as far as no cover reaches. */
  private Box largest(Box piece, Box declared, List<Box> covers) {
    Box grown = piece;
    for (int aspect = 0; aspect < space.aspects().size(); aspect++) {
      Box across = grown.with(aspect, declared.parts(aspect));
      Parts free = declared.parts(aspect);
      for (Box cover : covers) {
        if (cover.overlaps(across)) {
          free = free.minus(cover.parts(aspect));
        }
      }
      work.spend(covers.size());
      grown = grown.with(aspect, free);
    }
    return grown;
  }

  /** The product of how far the box reaches in each aspect, as far as numbers go. */
  private long size(Box box) {
    long size = 1;
    for (int aspect = 0; aspect < space.aspects().size(); aspect++) {
      long weight = space.aspects().get(aspect).weight(box.parts(aspect));
      size = size > Long.MAX_VALUE / weight ? Long.MAX_VALUE : size * weight;
    }
    return size;
  }

  private void addUndecided(FeeCategory category, List<Box> left) {
    Area words = space.areaOfFinalOrders(hull(left));
    undecided.add(
        new Finding.UndecidedGap(
            Ids.of("undecided-gap", category.id().text(), Ids.text(words)),
            category,
            words,
            firstOf(left)));
  }

  private Box hull(List<Box> boxes) {
    Box hull = boxes.getFirst();
    for (Box box : boxes) {
      for (int aspect = 0; aspect < space.aspects().size(); aspect++) {
        hull = hull.with(aspect, hull.parts(aspect).or(box.parts(aspect)));
      }
    }
    return hull;
  }

  private @Nullable Example firstOf(List<Box> boxes) {
    for (Box box : boxes) {
      Example example = examples.of(box);
      if (example != null) {
        return example;
      }
    }
    return null;
  }

  /** The largest gaps, then what is undecided, and what hangs on an expression. */
  List<Finding> found() {
    List<Finding> found = new ArrayList<>();
    gaps.values().stream()
        .sorted(
            Comparator.comparingLong(Sized::size)
                .reversed()
                .thenComparing(sized -> sized.gap.id().text()))
        .limit(Findings.SHOWN_MAX)
        .forEach(sized -> found.add(sized.gap));
    found.addAll(undecided);
    found.addAll(byExpression);
    return found;
  }

  Findings.Count count() {
    return new Findings.Count(gaps.size(), isExact);
  }
}
