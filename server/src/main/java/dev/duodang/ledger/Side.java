package dev.duodang.ledger;

import dev.duodang.pricing.order.PartyId;
import org.jspecify.annotations.Nullable;

/**
 * One side of an entry.
 *
 * @param party whose account it is; empty where an account is of nobody
 */
record Side(Account account, String party) {

  static Side of(Account account) {
    return new Side(account, "");
  }

  static Side of(Account account, @Nullable PartyId party) {
    return new Side(account, party == null ? "" : party.text());
  }
}
