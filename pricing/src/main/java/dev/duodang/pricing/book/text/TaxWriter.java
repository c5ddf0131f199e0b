package dev.duodang.pricing.book.text;

import dev.duodang.pricing.book.TaxCategory;
import dev.duodang.pricing.book.Taxes;
import dev.duodang.pricing.order.Taxpayer;
import java.util.ArrayList;
import java.util.List;

/** Writes taxes as {@link TaxReader} reads them. */
final class TaxWriter {

  private TaxWriter() {}

  static Written.Mapping mapping(Taxes taxes) {
    Taxpayer payee = taxes.unstated();
    TaxCategory usual = taxes.usual();
    Written.Mapping rates = Written.Mapping.ofLines();
    taxes.categories().forEach(category -> rates.put(category.text(), payees(taxes, category)));
    return Written.Mapping.ofLines()
        .put("prices", new Written.Plain(Words.written(taxes.prices())))
        .put("payee", payee == null ? null : new Written.Plain(Words.written(payee)))
        .put("category", usual == null ? null : new Written.Word(usual.text()))
        .put("rates", rates);
  }

  private static Written.Mapping payees(Taxes taxes, TaxCategory category) {
    Written.Mapping payees = new Written.Mapping();
    for (Taxpayer taxpayer : Taxpayer.values()) {
      List<Written> rates = new ArrayList<>();
      for (Taxes.Rate rate : taxes.rates()) {
        if (rate.category().equals(category) && rate.taxpayer() == taxpayer) {
          rates.add(rate(rate));
        }
      }
      if (!rates.isEmpty()) {
        payees.put(Words.written(taxpayer), Written.oneOrMore(rates));
      }
    }
    return payees;
  }

  private static Written rate(Taxes.Rate rate) {
    return rate.from() == null && rate.until() == null
        ? Numbers.of(rate.percent())
        : new Written.Mapping()
            .put("rate", Numbers.of(rate.percent()))
            .put("from", rate.from(), null)
            .put("until", rate.until(), null);
  }
}
