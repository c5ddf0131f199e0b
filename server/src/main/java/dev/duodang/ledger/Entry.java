package dev.duodang.ledger;

import dev.duodang.pricing.money.Money;
import dev.duodang.pricing.order.PartyId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One amount from one account to another; balances by itself.
 *
 * @param at where it comes from
 * @param entity in whose books it is
 * @param amount never zero; negative where it takes back
 * @param happenedOn the day that it belongs to
 * @param text what it is for, as people read it
 */
record Entry(
    Origin at,
    String entity,
    Side debit,
    Side credit,
    Money amount,
    LocalDate happenedOn,
    String text,
    String by) {

  Entry {
    if (amount.minor() == 0 || debit.equals(credit)) {
      throw new IllegalArgumentException("an entry of nothing at " + at);
    }
  }

  /** Which kind of document an entry is from. */
  enum Source {
    ORDER,
    VOUCHER,
    REBATE
  }

  /**
   * Where an entry comes from; one of a kind.
   *
   * @param document the number of the order or voucher, or the name of a rebate's window
   * @param sequence which change of it, from 1
   * @param number which line of the order; 0 for what is no line
   * @param leg counts the entries of a line, from 1
   */
  record Origin(Source source, String document, int sequence, int number, int leg) {}

  /** The same amount back, by another line. */
  Entry takenBack(Origin by, String why, String whose) {
    return new Entry(by, entity, debit, credit, amount.negate(), happenedOn, why, whose);
  }

  /** The same move of another amount, by another document. */
  Entry with(Origin by, Money other, String whose) {
    return new Entry(by, entity, debit, credit, other, happenedOn, text, whose);
  }

  /** Its side of an account, and of a party where it has none of that account. */
  Side sideOf(Account account, @Nullable PartyId party) {
    return debit.account() == account
        ? debit
        : credit.account() == account ? credit : Side.of(account, party);
  }

  /** Whether another entry moves between the same accounts, on the same day. */
  boolean isWhereIs(Entry other) {
    return entity.equals(other.entity)
        && debit.equals(other.debit)
        && credit.equals(other.credit)
        && happenedOn.equals(other.happenedOn)
        && amount.currency().equals(other.amount.currency());
  }
}
