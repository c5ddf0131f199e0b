package dev.duodang.ledger;

import dev.duodang.pricing.book.PartyKind;
import dev.duodang.pricing.book.Relation;
import dev.duodang.pricing.money.Money;
import dev.duodang.pricing.order.PartyId;
import dev.duodang.pricing.order.WorkOrder;
import dev.duodang.pricing.rating.LineTax;
import dev.duodang.pricing.rating.Sides;
import dev.duodang.pricing.settlement.Parties;
import dev.duodang.pricing.settlement.Shares;
import dev.duodang.settlement.Voucher;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Which accounts an amount moves between. */
final class Rules {

  private Rules() {}

  /** An amount from one account to another; zero where there is nothing to move. */
  record Move(Side debit, Side credit, Money amount) {}

  /**
   * What a line of a relation moves. Tax is an account of its own; several engineers share.
   *
   * @param tax of the line; null where its book has none
   * @param centres the account of a department's cost centre
   */
  static List<Move> line(
      Relation relation,
      WorkOrder order,
      Money amount,
      @Nullable LineTax tax,
      BiFunction<Account, @Nullable PartyId, Side> centres) {
    Money gross = tax == null ? amount : tax.gross();
    if (relation.payee() == PartyKind.HEADQUARTERS) {
      Side owed = Side.of(Account.RECEIVABLE, Parties.payer(relation, order).id());
      List<Move> moves = new ArrayList<>();
      moves.add(new Move(owed, Side.of(Account.INCOME), tax == null ? amount : tax.net()));
      if (tax != null) {
        moves.add(new Move(owed, Side.of(Account.OUTPUT_TAX), tax.tax()));
      }
      return moves;
    }
    return switch (relation.payer()) {
      case HEADQUARTERS -> owed(relation, order, gross, tax);
      case DEPARTMENT ->
          relation.payee() == PartyKind.DEPARTMENT
              ? List.of(
                  new Move(
                      centres.apply(Account.INTERNAL_COST, Parties.payer(relation, order).id()),
                      centres.apply(Account.INTERNAL_INCOME, Parties.payee(relation, order).id()),
                      gross))
              : memorandum(relation, order, gross);
      case CUSTOMER, BRAND, PARTNER, ENGINEER -> memorandum(relation, order, gross);
    };
  }

  private static List<Move> owed(
      Relation relation, WorkOrder order, Money gross, @Nullable LineTax tax) {
    Map<PartyId, Money> taxes = tax == null ? Map.of() : Shares.of(relation, order, tax.tax());
    List<Move> moves = new ArrayList<>();
    shares(relation, order, gross)
        .forEach(
            (party, share) -> {
              Side payable = new Side(Account.PAYABLE, party);
              Money ofTax =
                  taxes.entrySet().stream()
                      .filter(entry -> entry.getKey().text().equals(party))
                      .map(Map.Entry::getValue)
                      .findFirst()
                      .orElse(Money.zero(share.currency()));
              moves.add(new Move(new Side(Account.EXPENSE, party), payable, share.minus(ofTax)));
              moves.add(new Move(Side.of(Account.INPUT_TAX), payable, ofTax));
            });
    return moves;
  }

  private static List<Move> memorandum(Relation relation, WorkOrder order, Money gross) {
    Side cost = Side.of(Account.MEMO_COST, Parties.payer(relation, order).id());
    List<Move> moves = new ArrayList<>();
    shares(relation, order, gross)
        .forEach(
            (party, share) -> moves.add(new Move(cost, new Side(Account.MEMO_DUE, party), share)));
    return moves;
  }

  /** Who gets how much; a payee that is no counterparty, such as a customer, gets all. */
  private static Map<String, Money> shares(Relation relation, WorkOrder order, Money gross) {
    Map<String, Money> shares = new LinkedHashMap<>();
    Shares.of(relation, order, gross).forEach((party, share) -> shares.put(party.text(), share));
    if (shares.isEmpty()) {
      PartyId payee = Parties.payee(relation, order).id();
      shares.put(payee == null ? "" : payee.text(), gross);
    }
    return shares;
  }

  /** What cash that somebody took on site moves: it is his debt, and the customer's no more. */
  static Move collected(PartyId collector, @Nullable PartyId customer, Money amount) {
    return new Move(
        Side.of(Account.COLLECTED_CASH, collector), Side.of(Account.RECEIVABLE, customer), amount);
  }

  /** What a rebate moves: the payer of a relation gives it back to the payee, or gets it. */
  static Move rebate(Relation relation, Sides sides, Money amount) {
    if (relation.payer() == PartyKind.HEADQUARTERS) {
      return new Move(
          Side.of(Account.REBATE_EXPENSE, sides.payee()),
          Side.of(Account.REBATE_ACCRUAL, sides.payee()),
          amount);
    }
    if (relation.payee() == PartyKind.HEADQUARTERS) {
      return new Move(
          Side.of(Account.REBATE_ACCRUAL, sides.payer()),
          Side.of(Account.REBATE_INCOME, sides.payer()),
          amount);
    }
    return new Move(
        Side.of(Account.MEMO_COST, sides.payer()),
        Side.of(Account.MEMO_DUE, sides.payee()),
        amount);
  }

  static Move voucher(Voucher voucher) {
    Side payable = Side.of(Account.PAYABLE, voucher.party());
    Side cash = Side.of(Account.CASH);
    PartyId party = voucher.party();
    Money amount = voucher.amount();
    return switch (voucher.kind()) {
      case REWARD -> new Move(Side.of(Account.REWARD, party), payable, amount);
      case PENALTY -> new Move(payable, Side.of(Account.FINE, party), amount);
      case CASH_HANDED_IN -> new Move(cash, Side.of(Account.COLLECTED_CASH, party), amount);
      case ADVANCE -> new Move(Side.of(Account.ADVANCE, party), cash, amount);
      case ADVANCE_SET_OFF -> new Move(payable, Side.of(Account.ADVANCE, party), amount);
      case DEPOSIT -> new Move(cash, Side.of(Account.DEPOSIT, party), amount);
      case DEPOSIT_RETURNED -> new Move(Side.of(Account.DEPOSIT, party), cash, amount);
      case RETENTION -> new Move(payable, Side.of(Account.RETENTION, party), amount);
      case RETENTION_RELEASED -> new Move(Side.of(Account.RETENTION, party), payable, amount);
      case PAYMENT -> new Move(payable, cash, amount);
      case RECEIPT -> new Move(cash, Side.of(Account.RECEIVABLE, party), amount);
      case DISPUTE -> new Move(payable, Side.of(Account.DISPUTED, party), amount);
      case DISPUTE_WITHDRAWN -> new Move(Side.of(Account.DISPUTED, party), payable, amount);
    };
  }
}
