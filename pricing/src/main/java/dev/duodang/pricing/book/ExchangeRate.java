package dev.duodang.pricing.book;

import dev.duodang.pricing.money.Currency;
import dev.duodang.pricing.money.Exact;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one major unit of another currency is worth in the book's on some days: a US dollar 7.1.
 *
 * @param of the other currency
 * @param rate above 0
 * @param from first day in the book's zone; null for always
 * @param until day after the last; null for always
 */
public record ExchangeRate(
    Currency of, Exact rate, @Nullable LocalDate from, @Nullable LocalDate until) {

  private static final Comparator<ExchangeRate> BY_DAY =
      Comparator.comparing(ExchangeRate::from, Comparator.nullsFirst(Comparator.naturalOrder()));

  public ExchangeRate {
    if (rate.signum() <= 0) {
      throw new IllegalArgumentException("rate of exchange " + rate + " must be above 0");
    }
    if (from != null && until != null && !from.isBefore(until)) {
      throw new IllegalArgumentException("from " + from + " must be before until " + until);
    }
  }

  public boolean isValidOn(LocalDate day) {
    return (from == null || !day.isBefore(from)) && (until == null || day.isBefore(until));
  }

  /** The rates of each currency together, in the order of their days. */
  static List<ExchangeRate> ordered(List<ExchangeRate> rates, Currency own) {
    Map<Currency, List<ExchangeRate>> byCurrency = new LinkedHashMap<>();
    for (ExchangeRate rate : rates) {
      if (rate.of.equals(own)) {
        throw new IllegalArgumentException(own + " is the book's own currency and has no rate");
      }
      byCurrency.computeIfAbsent(rate.of, _ -> new ArrayList<>()).add(rate);
    }
    for (List<ExchangeRate> ofOne : byCurrency.values()) {
      ofOne.sort(BY_DAY);
      for (int i = 1; i < ofOne.size(); i++) {
        checkApart(ofOne.get(i - 1), ofOne.get(i));
      }
    }
    return byCurrency.values().stream().flatMap(List::stream).toList();
  }

  private static void checkApart(ExchangeRate before, ExchangeRate after) {
    if (before.until == null || after.from == null || before.until.isAfter(after.from)) {
      throw new IllegalArgumentException(
          "rates of "
              + after.of
              + " overlap; one ends "
              + (before.until == null ? "never" : before.until)
              + ", the next begins "
              + (after.from == null ? "ever before" : after.from));
    }
  }
}
