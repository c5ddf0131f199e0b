package dev.duodang.pricing.simulation;

import dev.duodang.pricing.money.Currency;
import dev.duodang.pricing.money.Money;
import dev.duodang.pricing.order.OrderItem;
import dev.duodang.pricing.order.ServicePath;
import dev.duodang.pricing.order.WorkOrder;
import dev.duodang.pricing.region.RegionCode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The sums of one relation in one currency, as they grow. */
final class Section {

  private static final Group TOTAL = new Group.Total();
  private static final Group SEVERAL = new Group.SeveralServices();

  private final Currency currency;
  private final Set<Grouping> by;
  private final int most;
  private final Map<Group, Cell> cells = new HashMap<>();

  /** The smallest of the largest first, so that it gives way. */
  private final PriorityQueue<LargeDifference> largest =
      new PriorityQueue<>(LargeDifference.LARGEST_FIRST.reversed());

  private final List<Part> parts = new ArrayList<>();

  Section(Currency currency, Set<Grouping> by, int most) {
    this.currency = currency;
    this.by = by.isEmpty() ? Set.of() : EnumSet.copyOf(by);
    this.most = most;
  }

  /** What one order has in one group. */
  private static final class Part {
    private final Cell cell;
    private long before;
    private long after;

    private Part(Cell cell) {
      this.cell = cell;
    }
  }

  /** Adds an order; an outcome is null where the relation does not concern it. */
  void add(
      Difference one, Outcome.@Nullable InRelation before, Outcome.@Nullable InRelation after) {
    long minorBefore = minor(before);
    long minorAfter = Objects.equals(after, before) ? minorBefore : minor(after);
    Held held = new Held(before != null && before.isHeld(), after != null && after.isHeld());
    cell(TOTAL).add(minorBefore, minorAfter, held);
    for (Grouping grouping : by) {
      switch (grouping) {
        case REGION -> region(one.root()).add(minorBefore, minorAfter, held);
        case COUNTERPARTY -> counterparty(one.order()).add(minorBefore, minorAfter, held);
        case TIER, SERVICE -> addParts(grouping, one.order(), before, after, held);
      }
    }
    if (minorBefore != minorAfter || held.changes()) {
      keep(
          new LargeDifference(
              one.order().orderNo(),
              new Money(minorBefore, currency),
              new Money(minorAfter, currency),
              held.before(),
              held.after()));
    }
  }

  private static long minor(Outcome.@Nullable InRelation outcome) {
    long minor = 0;
    if (outcome != null) {
      for (Outcome.Amount amount : outcome.amounts()) {
        minor = Math.addExact(minor, amount.money().minor());
      }
    }
    return minor;
  }

  private void addParts(
      Grouping grouping,
      WorkOrder order,
      Outcome.@Nullable InRelation before,
      Outcome.@Nullable InRelation after,
      Held held) {
    parts.clear();
    if (before != null) {
      for (Outcome.Amount amount : before.amounts()) {
        Part part = part(cell(grouping, order, amount));
        part.before = Math.addExact(part.before, amount.money().minor());
      }
    }
    if (Objects.equals(after, before)) {
      parts.forEach(part -> part.after = part.before);
    } else if (after != null) {
      for (Outcome.Amount amount : after.amounts()) {
        Part part = part(cell(grouping, order, amount));
        part.after = Math.addExact(part.after, amount.money().minor());
      }
    }
    if (parts.isEmpty()) {
      parts.add(new Part(grouping == Grouping.TIER ? cell(NO_TIER) : service(order)));
    }
    for (Part part : parts) {
      part.cell.add(part.before, part.after, held);
    }
  }

  private static final Group NO_TIER = new Group.None(Grouping.TIER);

  private Part part(Cell cell) {
    for (Part part : parts) {
      if (part.cell == cell) {
        return part;
      }
    }
    Part part = new Part(cell);
    parts.add(part);
    return part;
  }

  private Cell cell(Grouping grouping, WorkOrder order, Outcome.Amount amount) {
    if (grouping == Grouping.SERVICE) {
      int item = amount.item();
      return item >= 0 && item < order.items().size()
          ? service(order.items().get(item).service())
          : service(order);
    }
    if (amount.tier() != null) {
      return cell(new Group.OfTier(amount.tier()));
    }
    return amount.modifier() == null
        ? cell(NO_TIER)
        : cell(new Group.OfModifier(amount.modifier()));
  }

  private Cell region(@Nullable RegionCode root) {
    return root == null ? cell(new Group.None(Grouping.REGION)) : cell(new Group.InRegion(root));
  }

  private Cell counterparty(WorkOrder order) {
    return order.counterparty() == null
        ? cell(new Group.None(Grouping.COUNTERPARTY))
        : cell(new Group.OfCounterparty(order.counterparty().id()));
  }

  /** The service of a whole order, when all its items share one. */
  private Cell service(WorkOrder order) {
    List<OrderItem> items = order.items();
    for (int i = 1; i < items.size(); i++) {
      if (!Objects.equals(items.get(i).service(), items.getFirst().service())) {
        return cell(SEVERAL);
      }
    }
    return service(items.isEmpty() ? null : items.getFirst().service());
  }

  private Cell service(@Nullable ServicePath service) {
    return service == null
        ? cell(new Group.None(Grouping.SERVICE))
        : cell(new Group.OfService(service));
  }

  private Cell cell(Group group) {
    Cell cell = cells.get(group);
    if (cell == null) {
      cell = new Cell();
      cells.put(group, cell);
    }
    return cell;
  }

  private void keep(LargeDifference one) {
    if (largest.size() < most) {
      largest.add(one);
    } else if (most > 0 && LargeDifference.LARGEST_FIRST.compare(one, largest.element()) < 0) {
      largest.remove();
      largest.add(one);
    }
  }

  void merge(Section other) {
    other.cells.forEach((group, cell) -> cell(group).add(cell));
    other.largest.forEach(this::keep);
  }

  Differences result() {
    Map<Group, Sum> sums = new HashMap<>();
    cells.forEach((group, cell) -> sums.put(group, cell.sum(currency)));
    List<LargeDifference> sorted = new ArrayList<>(largest);
    sorted.sort(LargeDifference.LARGEST_FIRST);
    return new Differences(sums, sorted);
  }
}
