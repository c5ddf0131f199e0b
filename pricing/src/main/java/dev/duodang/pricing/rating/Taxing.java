package dev.duodang.pricing.rating;

import dev.duodang.pricing.book.PartyKind;
import dev.duodang.pricing.book.PriceBook;
import dev.duodang.pricing.book.TaxCategory;
import dev.duodang.pricing.book.Taxes;
import dev.duodang.pricing.book.TierId;
import dev.duodang.pricing.money.Exact;
import dev.duodang.pricing.money.Money;
import dev.duodang.pricing.order.Counterparty;
import dev.duodang.pricing.order.Taxpayer;
import dev.duodang.pricing.order.WorkOrder;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Works out the tax of lines by the table of a book. A modifier's line bears the tax of the charge
 * that it stands with.
 */
final class Taxing {

  private final CompiledBook compiled;
  private final PriceBook book;
  private final Taxes taxes;
  private final @Nullable Taxpayer payee;
  private final LocalDate day;

  private Taxing(CompiledBook compiled, Taxes taxes, WorkOrder order, Instant time) {
    this.compiled = compiled;
    this.book = compiled.book();
    this.taxes = taxes;
    this.payee = payee(book.relation().payee(), order, taxes);
    this.day = LocalDateTime.ofInstant(time, book.zone()).toLocalDate();
  }

  /** The taxing of an order's lines, or null where the book has no taxes. */
  static @Nullable Taxing of(CompiledBook compiled, WorkOrder order, Instant time) {
    Taxes taxes = compiled.book().taxes();
    return taxes == null ? null : new Taxing(compiled, taxes, order, time);
  }

  /** How the payee is taxed: as the order says, else as the book says; null where neither does. */
  private static @Nullable Taxpayer payee(PartyKind kind, WorkOrder order, Taxes taxes) {
    Counterparty counterparty = order.counterparty();
    Taxpayer stated =
        counterparty == null || !isPayee(counterparty, kind) ? null : counterparty.taxpayer();
    return stated == null ? taxes.unstated() : stated;
  }

  private static boolean isPayee(Counterparty counterparty, PartyKind kind) {
    return switch (kind) {
      case PARTNER, DEPARTMENT -> true;
      case ENGINEER -> counterparty.kind() == Counterparty.Kind.ENGINEER;
      case CUSTOMER, BRAND, HEADQUARTERS -> false;
    };
  }

  /** Gives each line its tax, or holds what cannot be taxed. */
  void apply(Pricing pricing) {
    List<Line> taxed = new ArrayList<>();
    for (Line line : pricing.lines()) {
      TaxCategory category = compiled.taxCategory(line.tier());
      LineTax tax = category == null ? null : tax(category, line.amount());
      if (category != null && tax == null) {
        pricing.hold(
            new Hold(Hold.Reason.FACT_MISSING, line.category(), line.item(), missing(category)));
      }
      taxed.add(line.with(tax));
    }
    pricing.lines().clear();
    pricing.lines().addAll(taxed);
  }

  private Hold.Detail missing(TaxCategory category) {
    return payee == null
        ? new Hold.Detail.Missing("counterparty.taxpayer")
        : new Hold.Detail.NoTaxRate(category, payee, day);
  }

  /** The tax of an amount that a tier's line gives, or null where it bears none. */
  @Nullable LineTax tax(@Nullable TierId tier, Money amount) {
    TaxCategory category = compiled.taxCategory(tier);
    return category == null ? null : tax(category, amount);
  }

  private @Nullable LineTax tax(TaxCategory category, Money amount) {
    Exact percent = payee == null ? null : taxes.percent(category, payee, day);
    return payee == null || percent == null
        ? null
        : LineTax.of(taxes.prices(), category, payee, percent, amount, book.rounding());
  }
}
