package dev.duodang.pricing.proof;

import dev.duodang.pricing.book.Condition;
import dev.duodang.pricing.order.OrderStatus;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How far the order is. */
record StatusAspect() implements Aspect {

  private static final List<OrderStatus> STATUSES = List.of(OrderStatus.values());

  Parts of(Predicate<OrderStatus> admitted) {
    return Parts.where(size(), part -> admitted.test(STATUSES.get(part)));
  }

  boolean has(Parts parts, OrderStatus status) {
    return parts.has(STATUSES.indexOf(status));
  }

  @Override
  public int size() {
    return STATUSES.size();
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
    return condition instanceof Condition.InStatus in ? of(in.statuses()::contains) : null;
  }

  @Override
  public List<Extent> extents(Parts parts) {
    return parts.equals(all())
        ? List.of()
        : List.of(
            new Extent.AnyOf(
                List.of(
                    new Condition.InStatus(
                        parts.stream().mapToObj(STATUSES::get).collect(Collectors.toSet()))),
                false));
  }
}
