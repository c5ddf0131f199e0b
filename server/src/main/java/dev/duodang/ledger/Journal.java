package dev.duodang.ledger;

import dev.duodang.pricing.money.Money;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Entries as plain text accounting reads them: the journal format of hledger. What others pay among
 * themselves is in brackets, as postings outside of the books that balance all the same.
 */
final class Journal {

  private Journal() {}

  /** One entry as a transaction, with an empty line after it. */
  static String transaction(EntryList.Posted posted) {
    Entry entry = posted.entry();
    Entry.Origin at = entry.at();
    return "%s * (%s) %s%n    ; entry:%s/%d/%d/%d, posted:%s, by:%s%n    %s  %s%n    %s  %s%n%n"
        .formatted(
            entry.happenedOn(),
            name(at.document()),
            text(entry.text()),
            at.source().name().toLowerCase(Locale.ROOT),
            at.sequence(),
            at.number(),
            at.leg(),
            posted.at(),
            text(entry.by()),
            account(entry.entity(), entry.debit()),
            amount(entry.amount()),
            account(entry.entity(), entry.credit()),
            amount(entry.amount().negate()));
  }

  /**
   * What all accounts hold at the end of a day: a transaction for the books of each entity in each
   * currency.
   */
  static String opening(LocalDate day, List<Balance> balances) {
    Map<String, List<Balance>> books =
        balances.stream()
            .filter(balance -> balance.balance().minor() != 0)
            .collect(
                Collectors.groupingBy(
                    balance -> balance.entity() + " " + balance.balance().currency().code(),
                    LinkedHashMap::new,
                    Collectors.toList()));
    return books.values().stream()
        .map(
            book ->
                "%s * opening balances%n%s%n"
                    .formatted(
                        day, book.stream().map(Journal::posting).collect(Collectors.joining())))
        .collect(Collectors.joining());
  }

  private static String posting(Balance balance) {
    Side side = new Side(balance.account(), balance.party());
    return "    %s  %s%n".formatted(account(balance.entity(), side), amount(balance.balance()));
  }

  /** The name of an account: {@code liabilities:payable:HQ:P1}. */
  static String account(String entity, Side side) {
    String kind =
        switch (side.account().kind()) {
          case ASSET -> "assets";
          case LIABILITY -> "liabilities";
          case INCOME -> "revenues";
          case EXPENSE -> "expenses";
          case MEMORANDUM -> "memorandum";
        };
    String purpose = side.account().name().toLowerCase(Locale.ROOT).replace('_', '-');
    String name =
        kind
            + ":"
            + purpose
            + ":"
            + name(entity)
            + (side.party().isEmpty() ? "" : ":" + name(side.party()));
    return side.account().kind() == Account.Kind.MEMORANDUM ? "[" + name + "]" : name;
  }

  static String amount(Money money) {
    return money.currency().code() + " " + money;
  }

  /**
   * A name without the characters that mean something in a journal: each is written as its code, so
   * that two names never become one.
   */
  private static String name(String text) {
    StringBuilder name = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              if (c == ' ' || ":;()[]|%\"".indexOf(c) >= 0 || Character.isWhitespace(c)) {
                name.append('%').append(Integer.toHexString(c));
              } else {
                name.appendCodePoint(c);
              }
            });
    return name.toString();
  }

  /** Words for people: what ends a description is a blank. */
  private static String text(String words) {
    return words.replaceAll("[;|,\\p{Cntrl}]+", " ").strip();
  }
}
