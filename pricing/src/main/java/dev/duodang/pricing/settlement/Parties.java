package dev.duodang.pricing.settlement;

import dev.duodang.pricing.book.PartyKind;
import dev.duodang.pricing.book.Relation;
import dev.duodang.pricing.order.Counterparty;
import dev.duodang.pricing.order.Handler;
import dev.duodang.pricing.order.PartyId;
import dev.duodang.pricing.order.WorkOrder;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who stands on each side of a relation in an order. */
public final class Parties {

  private Parties() {}

  /** Whether an order can concern a relation, as far as who takes part goes. */
  static boolean concerns(Relation relation, WorkOrder order) {
    return takesPart(relation.payer(), order, true) && takesPart(relation.payee(), order, false);
  }

  private static boolean takesPart(PartyKind kind, WorkOrder order, boolean pays) {
    Counterparty counterparty = order.counterparty();
    return switch (kind) {
      case HEADQUARTERS, CUSTOMER, BRAND -> true;
      case PARTNER ->
          counterparty == null
              ? order.onBehalfOf() == null
              : counterparty.kind() == Counterparty.Kind.PARTNER;
      case ENGINEER -> !engineers(order).isEmpty();
      case DEPARTMENT ->
          pays
              ? order.onBehalfOf() != null
              : counterparty != null && counterparty.kind() == Counterparty.Kind.DEPARTMENT;
    };
  }

  public static Party payer(Relation relation, WorkOrder order) {
    return relation.payer() == PartyKind.DEPARTMENT
        ? new Party(PartyKind.DEPARTMENT, order.onBehalfOf())
        : party(relation.payer(), order);
  }

  public static Party payee(Relation relation, WorkOrder order) {
    return party(relation.payee(), order);
  }

  /**
   * The counterparty that is paid in a relation; of several engineers the first, who stands for
   * them. Null where headquarters, a brand or a customer is paid, or the order names nobody.
   */
  public static @Nullable PartyId paid(Relation relation, WorkOrder order) {
    return switch (relation.payee()) {
      case HEADQUARTERS, BRAND, CUSTOMER -> null;
      case PARTNER, DEPARTMENT, ENGINEER ->
          relation.payee() == PartyKind.ENGINEER && !order.handlers().isEmpty()
              ? order.handlers().getFirst().id()
              : order.counterparty() == null ? null : order.counterparty().id();
    };
  }

  private static Party party(PartyKind kind, WorkOrder order) {
    PartyId counterparty =
        Optional.ofNullable(order.counterparty()).map(Counterparty::id).orElse(null);
    return switch (kind) {
      case HEADQUARTERS -> new Party(kind, null);
      case BRAND ->
          new Party(
              kind,
              order.items().stream()
                  .flatMap(item -> Optional.ofNullable(item.brand()).stream())
                  .findFirst()
                  .map(brand -> PartyId.of(brand.text()))
                  .orElse(null));
      case CUSTOMER -> new Party(kind, order.customer().id());
      case PARTNER, DEPARTMENT -> new Party(kind, counterparty);
      case ENGINEER -> {
        List<Handler> engineers = engineers(order);
        yield new Party(kind, engineers.isEmpty() ? null : engineers.getFirst().id());
      }
    };
  }

  /** The engineers of an order: its handlers, or a counterparty who is an engineer himself. */
  static List<Handler> engineers(WorkOrder order) {
    Counterparty counterparty = order.counterparty();
    if (counterparty != null
        && counterparty.kind() == Counterparty.Kind.ENGINEER
        && order.handlers().isEmpty()) {
      return List.of(Handler.of(counterparty.id()));
    }
    return order.handlers();
  }
}
