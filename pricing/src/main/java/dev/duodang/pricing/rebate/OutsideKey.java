package dev.duodang.pricing.rebate;

import dev.duodang.pricing.book.Rebate;
import dev.duodang.pricing.order.MeasureName;
import dev.duodang.pricing.order.PartyId;
import dev.duodang.pricing.rating.WindowKey;
import org.jspecify.annotations.Nullable;

/** What an outside measure is reported of: one counterparty in one period. */
public record OutsideKey(MeasureName measure, PartyId party, ReportedPeriod period) {

  /**
   * The measure that a rebate's window goes by. It is the payee's, or the payer's where
   * headquarters is paid.
   *
   * @return null where the rebate goes by what orders carry
   */
  public static @Nullable OutsideKey of(WindowKey window, Rebate rebate) {
    PartyId payee = window.sides().payee();
    PartyId party = payee == null ? window.sides().payer() : payee;
    return rebate.measure() instanceof Rebate.Outside outside && party != null
        ? new OutsideKey(outside.name(), party, new ReportedPeriod(window.period(), window.from()))
        : null;
  }

  /** {@code satisfaction of P1 in 2026-11}. */
  @Override
  public String toString() {
    return measure + " of " + party + " in " + period;
  }
}
