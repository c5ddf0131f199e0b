package dev.duodang.pricing.rating;

import dev.duodang.pricing.book.TaxCategory;
import dev.duodang.pricing.book.Taxes;
import dev.duodang.pricing.money.Exact;
import dev.duodang.pricing.money.Money;
import dev.duodang.pricing.order.Taxpayer;
import java.math.RoundingMode;

/**
 * The tax of one line. Source of the rules: prices that hold the tax leave {@code gross −
 * round(gross ÷ (1 + rate))} as tax; prices without it are rounded first, then the tax, and gross
 * is their sum. 106.00 at 6 % hold 6.00; 100.00 at 6 % bear 6.00.
 *
 * @param percent hundredths of the net amount
 * @param net what remains without the tax
 */
public record LineTax(
    TaxCategory category, Taxpayer taxpayer, Exact percent, Money net, Money tax) {

  /** The tax of an amount that a book states; that of a negative one is the same, negative. */
  static LineTax of(
      Taxes.Prices prices,
      TaxCategory category,
      Taxpayer taxpayer,
      Exact percent,
      Money amount,
      RoundingMode rounding) {
    Money magnitude = amount.minor() < 0 ? amount.negate() : amount;
    LineTax tax =
        switch (prices) {
          case INCLUSIVE -> {
            Exact exact =
                magnitude.toExact().times(Exact.HUNDRED).dividedBy(Exact.HUNDRED.plus(percent));
            Money net = Money.round(exact, amount.currency(), rounding);
            yield new LineTax(category, taxpayer, percent, net, magnitude.minus(net));
          }
          case EXCLUSIVE -> {
            Exact exact = magnitude.toExact().percent(percent);
            Money due = Money.round(exact, amount.currency(), rounding);
            yield new LineTax(category, taxpayer, percent, magnitude, due);
          }
        };
    return amount.minor() < 0 ? tax.negate() : tax;
  }

  /** The tax of another amount at the same rate. */
  public LineTax on(Money amount, Taxes.Prices prices, RoundingMode rounding) {
    return of(prices, category, taxpayer, percent, amount, rounding);
  }

  /** What is owed: net and tax. */
  public Money gross() {
    return net.plus(tax);
  }

  /** The same, taken back. */
  public LineTax negate() {
    return new LineTax(category, taxpayer, percent, net.negate(), tax.negate());
  }
}
