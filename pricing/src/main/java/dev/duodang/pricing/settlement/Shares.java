package dev.duodang.pricing.settlement;

import dev.duodang.pricing.book.PartyKind;
import dev.duodang.pricing.book.Relation;
import dev.duodang.pricing.money.Money;
import dev.duodang.pricing.order.Handler;
import dev.duodang.pricing.order.PartyId;
import dev.duodang.pricing.order.WorkOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a line is shared among those it pays. The handlers of an order share by their weights, and
 * what cannot be divided goes to the largest remainders, ties to the first: 100.00 among three is
 * 33.34, 33.33, 33.33. What takes a line back is shared alike, so that nobody keeps a fen of it.
 */
public final class Shares {

  private Shares() {}

  /**
   * What each counterparty gets of an amount, in the order of the handlers; one that is named twice
   * gets both of its shares.
   *
   * @param order the order that the line was posted for; of a reversal the order as it was
   * @param amount of a line, or of its tax; below zero for one that takes back
   * @return all of the amount, or nothing where no counterparty is paid
   */
  public static Map<PartyId, Money> of(Relation relation, WorkOrder order, Money amount) {
    Map<PartyId, Money> shares = new LinkedHashMap<>();
    if (relation.payee() == PartyKind.ENGINEER && !order.handlers().isEmpty()) {
      List<Handler> handlers = order.handlers();
      List<Money> parts = amount.split(handlers.stream().map(Handler::share).toList());
      for (int i = 0; i < parts.size(); i++) {
        shares.merge(handlers.get(i).id(), parts.get(i), Money::plus);
      }
      return shares;
    }
    PartyId paid = Parties.paid(relation, order);
    if (paid != null) {
      shares.put(paid, amount);
    }
    return shares;
  }
}
