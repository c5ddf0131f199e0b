package dev.duodang.order;

import dev.duodang.identity.Actor;
import dev.duodang.identity.Permission;
import dev.duodang.pricing.order.OrderStatus;
import dev.duodang.pricing.order.WorkOrder;
import java.util.EnumSet;
import java.util.Set;

/** What a desk or an engineer may do with an order as it is. */
final class DeskActions {

  /** A step of the work. */
  enum Kind {
    ASSIGN,
    ACCEPT,
    ARRIVE,
    COMPLETE,
    CANCEL,
    RETURN,
    EXCHANGE,
    REWORK
  }

  private DeskActions() {}

  /** Whether the step is a further order of the same case. */
  static boolean makesOrder(Kind action) {
    return switch (action) {
      case RETURN, EXCHANGE, REWORK -> true;
      case ASSIGN, ACCEPT, ARRIVE, COMPLETE, CANCEL -> false;
    };
  }

  static Set<Kind> possible(Actor actor, WorkOrder order) {
    if (!actor.role().may(Permission.ORDER_ACT)) {
      return Set.of();
    }
    Set<Kind> possible = EnumSet.noneOf(Kind.class);
    if (order.status() == OrderStatus.OPEN) {
      possible.add(Kind.ASSIGN);
      possible.add(Kind.COMPLETE);
      possible.add(Kind.CANCEL);
      if (order.times().accepted() == null) {
        possible.add(Kind.ACCEPT);
      }
      if (order.times().arrived() == null) {
        possible.add(Kind.ARRIVE);
      }
    } else if (order.status() != OrderStatus.CANCELLED) {
      possible.add(Kind.RETURN);
      possible.add(Kind.EXCHANGE);
      possible.add(Kind.REWORK);
    }
    if (!actor.role().may(Permission.ORDER_CREATE)) {
      possible.retainAll(EnumSet.of(Kind.ACCEPT, Kind.ARRIVE, Kind.COMPLETE));
    }
    return possible;
  }
}
