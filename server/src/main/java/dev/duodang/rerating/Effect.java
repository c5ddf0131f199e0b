package dev.duodang.rerating;

import dev.duodang.pricing.money.Currency;
import dev.duodang.pricing.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * What a re-rating would change for one party of one relation.
 *
 * @param party who is paid; empty where the company is
 * @param orders how many orders
 * @param takenBack the sum of the lines that it would take back; mostly below zero
 * @param posted the sum of the lines that it would post in their place
 */
record Effect(String relation, String party, long orders, Money takenBack, Money posted) {

  Money difference() {
    return takenBack.plus(posted);
  }

  Effect plus(Effect other) {
    return new Effect(
        relation,
        party,
        orders + other.orders,
        takenBack.plus(other.takenBack),
        posted.plus(other.posted));
  }

  static Effect of(ResultSet row) throws SQLException {
    Currency currency = Currency.of(row.getString("currency"));
    return new Effect(
        row.getString("relation"),
        row.getString("party_id"),
        row.getLong("orders"),
        new Money(row.getLong("taken_back_minor"), currency),
        new Money(row.getLong("posted_minor"), currency));
  }
}
