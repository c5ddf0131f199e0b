package dev.duodang.settlement;

import dev.duodang.pricing.book.PartyKind;
import dev.duodang.pricing.rating.Rated;
import dev.duodang.pricing.settlement.RelationSettlement;
import dev.duodang.pricing.settlement.Settlement;
import org.jspecify.annotations.Nullable;

/**
 * What an order means for the tenant, in minor units.
 *
 * @param costMinor what headquarters pays, settled or estimated
 * @param incomeMinor what headquarters receives; none without such a relation
 * @param shownMinor the cost, or what a relation inside comes to where headquarters pays nothing
 * @param currency of the first relation
 */
public record OrderSums(
    long costMinor, @Nullable Long incomeMinor, long shownMinor, String currency) {

  public static OrderSums of(Settlement settlement) {
    long cost = 0;
    long inside = 0;
    boolean pays = false;
    Long income = null;
    String currency = "CNY";
    for (RelationSettlement one : settlement.relations()) {
      currency = one.rated().currency().code();
      long total = one.rated().state() == Rated.State.ON_HOLD ? 0 : one.rated().total().minor();
      if (one.relation().payer() == PartyKind.HEADQUARTERS) {
        pays = true;
        cost = Math.addExact(cost, total);
      } else if (one.relation().payee() == PartyKind.HEADQUARTERS) {
        income = Math.addExact(income == null ? 0 : income, total);
      } else {
        inside = Math.addExact(inside, total);
      }
    }
    return new OrderSums(cost, income, pays ? cost : inside, currency);
  }
}
