package dev.duodang.settlement;

import dev.duodang.pricing.book.Relation;
import dev.duodang.pricing.order.PartyId;
import dev.duodang.pricing.order.WorkOrder;
import dev.duodang.pricing.settlement.Parties;
import org.jspecify.annotations.Nullable;

/** Who is paid in a relation of an order, as its lines name him. */
final class PaidParty {

  private PaidParty() {}

  /** The payee; of several engineers the first. Null for the tenant itself. */
  static @Nullable PartyId of(Relation relation, WorkOrder order) {
    return Parties.paid(relation, order);
  }
}
