package dev.duodang.pricing.order;

import dev.duodang.pricing.money.Exact;

/**
 * An engineer who works on the order.
 *
 * @param share his weight when a line is split; 1 where the source says nothing
 */
public record Handler(PartyId id, Exact share) {

  public Handler {
    Quantities.checked("share of " + id, share);
  }

  public static Handler of(PartyId id) {
    return new Handler(id, Exact.ONE);
  }
}
