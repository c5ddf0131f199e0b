package dev.duodang.pricing.book;

import dev.duodang.pricing.money.Exact;
import dev.duodang.pricing.order.Taxpayer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The taxes of a book: rates by tax category, kind of taxpayer and day. Rates are data; the book of
 * who settles says which law they come from.
 *
 * @param prices whether the book's prices hold the tax
 * @param unstated how a payee is taxed of whom the order does not say it; null holds the order
 * @param usual the tax category of tiers that name none; null where each names its own
 * @param rates those of a category and taxpayer stand together, in the order of their days, which
 *     neither overlap nor leave a day out
 */
public record Taxes(
    Prices prices, @Nullable Taxpayer unstated, @Nullable TaxCategory usual, List<Rate> rates) {

  /** Whether prices hold the tax. */
  public enum Prices {
    INCLUSIVE,
    EXCLUSIVE
  }

  /**
   * One rate.
   *
   * @param percent hundredths of the net amount, from 0 to 100: 6 is 6 %
   * @param from first day; null for always
   * @param until day after the last; null for always
   */
  public record Rate(
      TaxCategory category,
      Taxpayer taxpayer,
      Exact percent,
      @Nullable LocalDate from,
      @Nullable LocalDate until) {

    public Rate {
      if (percent.signum() < 0 || percent.compareTo(Exact.HUNDRED) > 0) {
        throw new IllegalArgumentException("tax rate " + percent + " must be between 0 and 100");
      }
      if (from != null && until != null && !from.isBefore(until)) {
        throw new IllegalArgumentException("from " + from + " must be before until " + until);
      }
    }

    private boolean isValidOn(LocalDate day) {
      return (from == null || !day.isBefore(from)) && (until == null || day.isBefore(until));
    }

    private Bearer bearer() {
      return new Bearer(category, taxpayer);
    }
  }

  /** Who bears a rate, and on what. */
  private record Bearer(TaxCategory category, Taxpayer taxpayer) {}

  private static final Comparator<Rate> BY_DAY =
      Comparator.comparing(Rate::from, Comparator.nullsFirst(Comparator.naturalOrder()));

  public Taxes {
    Map<Bearer, List<Rate>> byBearer = new LinkedHashMap<>();
    rates.forEach(
        rate -> byBearer.computeIfAbsent(rate.bearer(), _ -> new ArrayList<>()).add(rate));
    for (List<Rate> ofOne : byBearer.values()) {
      ofOne.sort(BY_DAY);
      checkDays(ofOne);
    }
    rates = byBearer.values().stream().flatMap(List::stream).toList();
    if (rates.isEmpty()) {
      throw new IllegalArgumentException("taxes need at least one rate");
    }
    if (usual != null && !categories(rates).contains(usual)) {
      throw new IllegalArgumentException("there is no rate for tax category \"" + usual + "\"");
    }
  }

  private static void checkDays(List<Rate> rates) {
    for (int i = 1; i < rates.size(); i++) {
      LocalDate end = rates.get(i - 1).until;
      LocalDate start = rates.get(i).from;
      if (end == null || !end.equals(start)) {
        throw new IllegalArgumentException(
            "rates of "
                + rates.get(i).category
                + " for "
                + rates.get(i).taxpayer
                + " must follow one another; one ends "
                + (end == null ? "never" : end)
                + ", the next begins "
                + (start == null ? "ever before" : start));
      }
    }
  }

  private static Set<TaxCategory> categories(List<Rate> rates) {
    Set<TaxCategory> categories = new LinkedHashSet<>();
    rates.forEach(rate -> categories.add(rate.category));
    return categories;
  }

  /** The tax categories that have a rate, in the order given. */
  public Set<TaxCategory> categories() {
    return categories(rates);
  }

  /** The rate on a day in hundredths, or null when there is none. */
  public @Nullable Exact percent(TaxCategory category, Taxpayer taxpayer, LocalDate day) {
    for (Rate rate : rates) {
      if (rate.category.equals(category) && rate.taxpayer == taxpayer && rate.isValidOn(day)) {
        return rate.percent;
      }
    }
    return null;
  }
}
