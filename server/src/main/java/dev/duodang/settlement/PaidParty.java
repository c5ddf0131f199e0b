package dev.duodang.settlement;

import dev.duodang.pricing.book.PartyKind;
import dev.duodang.pricing.book.Relation;
import dev.duodang.pricing.money.Exact;
import dev.duodang.pricing.money.Money;
import dev.duodang.pricing.order.Counterparty;
import dev.duodang.pricing.order.Handler;
import dev.duodang.pricing.order.PartyId;
import dev.duodang.pricing.order.WorkOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who is paid in a relation of an order, and how engineers share a line. */
public final class PaidParty {

  private PaidParty() {}

  /** The payee; of several engineers the first. Null for the tenant itself. */
  public static @Nullable PartyId of(Relation relation, WorkOrder order) {
    PartyId counterparty =
        Optional.ofNullable(order.counterparty()).map(Counterparty::id).orElse(null);
    return switch (relation.payee()) {
      case HEADQUARTERS, BRAND, CUSTOMER -> null;
      case PARTNER, DEPARTMENT -> counterparty;
      case ENGINEER -> order.handlers().isEmpty() ? counterparty : order.handlers().getFirst().id();
    };
  }

  /** What each payee gets of a line; engineers share by their weights, the rest to the first. */
  public static Map<PartyId, Money> shares(Relation relation, WorkOrder order, Money amount) {
    Map<PartyId, Money> shares = new LinkedHashMap<>();
    if (relation.payee() == PartyKind.ENGINEER && !order.handlers().isEmpty()) {
      List<Exact> weights = order.handlers().stream().map(Handler::share).toList();
      List<Money> parts = amount.split(weights);
      for (int i = 0; i < parts.size(); i++) {
        shares.merge(order.handlers().get(i).id(), parts.get(i), Money::plus);
      }
      return shares;
    }
    PartyId payee = of(relation, order);
    if (payee != null) {
      shares.put(payee, amount);
    }
    return shares;
  }
}
