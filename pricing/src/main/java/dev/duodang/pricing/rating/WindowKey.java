package dev.duodang.pricing.rating;

import dev.duodang.pricing.book.Period;
import dev.duodang.pricing.book.Relation;
import dev.duodang.pricing.money.Currency;
import java.time.LocalDate;

/**
 * What a window belongs to: one counter or rebate of one relation, for two parties, over one
 * period. It names no version of the book, so that counts go on when prices change.
 *
 * @param name the id of the counter or rebate
 * @param from the first day of the period, in the book's zone
 */
public record WindowKey(
    Relation relation,
    Sides sides,
    Kind kind,
    String name,
    Period period,
    LocalDate from,
    Currency currency) {

  /** What counts in a window. */
  public enum Kind {
    COUNTER,
    REBATE
  }

  /** The day after the period's last. */
  public LocalDate until() {
    return period.endOf(from);
  }
}
