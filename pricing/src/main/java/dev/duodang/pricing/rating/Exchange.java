package dev.duodang.pricing.rating;

import dev.duodang.pricing.book.ExchangeRate;
import dev.duodang.pricing.book.PriceBook;
import dev.duodang.pricing.money.Currency;
import dev.duodang.pricing.money.Exact;
import dev.duodang.pricing.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Exchanges amounts of other currencies for the book's, at the rates that it states for a day. */
final class Exchange {

  private final PriceBook book;
  private final Instant time;

  Exchange(PriceBook book, Instant time) {
    this.book = book;
    this.time = time;
  }

  /** The pricing day, of which rates are. */
  LocalDate day() {
    return LocalDate.ofInstant(time, book.zone());
  }

  /** What one unit of a currency is worth; null where the book does not say it for the day. */
  @Nullable Exact rate(Currency of) {
    if (of.equals(book.currency())) {
      return Exact.ONE;
    }
    LocalDate day = day();
    for (ExchangeRate rate : book.exchangeRates()) {
      if (rate.of().equals(of) && rate.isValidOn(day)) {
        return rate.rate();
      }
    }
    return null;
  }

  /** A computation with the exchange of its base, where there was one. */
  Computation told(Computation computation, Bases.Base base) {
    if (base instanceof Bases.Base.Amount(Money sum) && !sum.currency().equals(book.currency())) {
      Exact rate = rate(sum.currency());
      return rate == null ? computation : new Computation.OfExchange(computation, sum, rate);
    }
    return computation;
  }
}
