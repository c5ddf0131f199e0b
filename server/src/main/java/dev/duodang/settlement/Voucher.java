package dev.duodang.settlement;

import dev.duodang.pricing.money.Money;
import dev.duodang.pricing.order.OrderNo;
import dev.duodang.pricing.order.PartyId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An amount between the company and a counterparty that no price book computes. It is never edited;
 * a later voucher may take it back in full.
 *
 * @param amount above zero; below zero on a voucher that takes another back
 * @param entity the legal entity whose books it is in; null for the first one
 * @param happenedOn the day that it belongs to, in the company's zone
 * @param orderNo the order that it is about; it changes nothing on the order
 * @param reason why, for those who ask later
 * @param reverses the voucher that this one takes back
 */
public record Voucher(
    VoucherNo number,
    Kind kind,
    PartyId party,
    Money amount,
    @Nullable String entity,
    LocalDate happenedOn,
    @Nullable OrderNo orderNo,
    String reason,
    @Nullable VoucherNo reverses) {

  private static final int LONGEST_REASON = 500;

  public Voucher {
    if (reverses == null ? amount.minor() <= 0 : amount.minor() >= 0) {
      throw new IllegalArgumentException(
          "voucher " + number + " is of " + amount + "; allowed is an amount above zero");
    }
    if (reason.isBlank() || reason.length() > LONGEST_REASON || reason.indexOf('\0') >= 0) {
      throw new IllegalArgumentException(
          "voucher " + number + " needs a reason of 1 to " + LONGEST_REASON + " characters");
    }
  }

  /** What a voucher is for. */
  public enum Kind {
    /** The company owes a counterparty more. */
    REWARD,
    /** The company owes a counterparty less. */
    PENALTY,
    /** A counterparty hands in cash that it collected on site. */
    CASH_HANDED_IN,
    /** The company pays a counterparty before the work. */
    ADVANCE,
    /** What was paid before the work is set off against what is owed. */
    ADVANCE_SET_OFF,
    /** A counterparty leaves a deposit. */
    DEPOSIT,
    /** The company gives a deposit back. */
    DEPOSIT_RETURNED,
    /** The company keeps part of what it owes until a warranty ends. */
    RETENTION,
    /** The company owes again what it kept. */
    RETENTION_RELEASED,
    /** The company pays what it owes. */
    PAYMENT,
    /** A customer or brand pays what it owes. */
    RECEIPT,
    /** Part of what is owed is contested and waits. */
    DISPUTE,
    /** What was contested is owed again. */
    DISPUTE_WITHDRAWN
  }

  /** A voucher that takes this one back. */
  public Voucher reversal(VoucherNo other, LocalDate on, String why) {
    return new Voucher(other, kind, party, amount.negate(), entity, on, orderNo, why, number);
  }

  /** The names of the fields in which another voucher of this number differs. */
  List<String> differences(Voucher other) {
    List<String> names = new ArrayList<>();
    add(names, "kind", kind, other.kind);
    add(names, "party", party, other.party);
    add(names, "amount", amount, other.amount);
    add(names, "entity", entity, other.entity);
    add(names, "happenedOn", happenedOn, other.happenedOn);
    add(names, "orderNo", orderNo, other.orderNo);
    add(names, "reason", reason, other.reason);
    add(names, "reverses", reverses, other.reverses);
    return names;
  }

  private static void add(
      List<String> names, String name, @Nullable Object one, @Nullable Object other) {
    if (!java.util.Objects.equals(one, other)) {
      names.add(name);
    }
  }
}
