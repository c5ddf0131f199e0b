package dev.duodang.ledger;

import dev.duodang.pricing.money.Money;

/**
 * What an account holds.
 *
 * @param party whose account it is; empty for nobody's, and for those of all parties together
 * @param debit all that was debited, less what was taken back
 * @param credit all that was credited, less what was taken back
 */
record Balance(String entity, Account account, String party, Money debit, Money credit) {

  /** Debit less credit: above zero what the company has or has spent, below what it owes. */
  Money balance() {
    return debit.minus(credit);
  }
}
