package dev.duodang.pricing.proof;

import dev.duodang.pricing.book.Condition;
import dev.duodang.pricing.order.RelatedOrder;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * The order that this one follows: none, or for each kind whether the two share a handler and
 * between which of the numbers of days that the book names they lie.
 */
final class RelatedAspect implements Aspect {

  private static final List<RelatedOrder.Kind> KINDS = List.of(RelatedOrder.Kind.values());

  private final List<Integer> days;
  private final Set<Condition.Follows> asked;

  RelatedAspect(SortedSet<Integer> days, Set<Condition.Follows> asked) {
    this.days = List.copyOf(days);
    this.asked = Set.copyOf(asked);
  }

  /**
   * What a part stands for.
   *
   * @param days how long ago the other order was completed
   */
  record Following(RelatedOrder.Kind kind, int days, boolean sameHandler) {}

  @Nullable Following following(int part) {
    if (part == ABSENT) {
      return null;
    }
    int number = part - 1;
    int place = number / 2 % (days.size() + 1);
    RelatedOrder.Kind kind = KINDS.get(number / 2 / (days.size() + 1));
    int ago = place < days.size() ? days.get(place) : days.isEmpty() ? 1 : days.getLast() + 1;
    return new Following(kind, ago, number % 2 == 1);
  }

  @Override
  public int size() {
    return 1 + KINDS.size() * (days.size() + 1) * 2;
  }

  @Override
  public Parts all() {
    return Parts.where(size(), _ -> true);
  }

  @Override
  public boolean ofItem() {
    return false;
  }

  @Override
  public @Nullable Parts admittedBy(Condition condition) {
    return condition instanceof Condition.Follows follows ? admittedBy(follows) : null;
  }

  private Parts admittedBy(Condition.Follows follows) {
    return Parts.where(
        size(),
        part -> {
          Following following = following(part);
          return following != null
              && following.kind == follows.kind()
              && (follows.withinDays() == null || following.days <= follows.withinDays())
              && (!follows.sameHandler() || following.sameHandler);
        });
  }

  @Override
  public List<Extent> extents(Parts parts) {
    if (parts.equals(all())) {
      return List.of();
    }
    List<Condition.Follows> inside =
        asked.stream().filter(follows -> parts.contains(admittedBy(follows))).toList();
    List<Condition.Follows> outside =
        asked.stream().filter(follows -> !parts.overlaps(admittedBy(follows))).toList();
    return !parts.has(ABSENT) && !inside.isEmpty()
        ? List.of(new Extent.AnyOf(List.copyOf(inside), false))
        : List.of(new Extent.NotFollowing(outside));
  }
}
