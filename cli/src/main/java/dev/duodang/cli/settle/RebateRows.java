package dev.duodang.cli.settle;

import dev.duodang.pricing.money.Currency;
import dev.duodang.pricing.money.Exact;
import dev.duodang.pricing.order.PartyId;
import dev.duodang.pricing.rating.Window;
import dev.duodang.pricing.rating.WindowKey;
import dev.duodang.pricing.rebate.Accrual;
import dev.duodang.pricing.rebate.OutsideValues;
import dev.duodang.pricing.settlement.AccruedRebate;
import dev.duodang.pricing.settlement.Shelf;
import dev.duodang.pricing.wording.Language;
import dev.duodang.pricing.wording.RebateWording;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Accrued rebates, each counterparty's by period. */
final class RebateRows {

  private static final String[] COLUMNS = {
    "relation",
    "payer",
    "payee",
    "rebate",
    "name",
    "period",
    "from",
    "until",
    "orders",
    "quantity",
    "amount",
    "accrued",
    "currency",
    "missing",
    "more",
    "message",
    "measured"
  };

  private final List<AccruedRebate> rows;
  private final RebateWording wording;

  private RebateRows(List<AccruedRebate> rows, RebateWording wording) {
    this.rows = rows;
    this.wording = wording;
  }

  /** The rebates that count an order, by the books as they are. */
  static RebateRows of(
      Map<WindowKey, Window> windows,
      Shelf shelf,
      OutsideValues reported,
      Instant asOf,
      Language language) {
    List<AccruedRebate> rows =
        windows.entrySet().stream()
            .filter(entry -> entry.getValue().count() != 0)
            .map(entry -> AccruedRebate.of(entry.getKey(), entry.getValue(), shelf, reported, asOf))
            .flatMap(Optional::stream)
            .sorted(
                Comparator.comparing((AccruedRebate one) -> one.key().from())
                    .thenComparing(one -> one.key().relation().toString())
                    .thenComparing(one -> parties(one.key()))
                    .thenComparing(one -> one.key().name()))
            .toList();
    return new RebateRows(rows, RebateWording.of(language));
  }

  /** Who they are, headquarters aside: {@code P1}, or {@code P1→E1}. */
  private static String parties(WindowKey key) {
    return Stream.of(key.sides().payer(), key.sides().payee())
        .filter(Objects::nonNull)
        .map(PartyId::text)
        .collect(Collectors.joining("→"));
  }

  void print(PrintWriter out, int most) {
    if (rows.isEmpty()) {
      return;
    }
    out.println("rebates accrued:");
    rows.stream()
        .sorted(Comparator.comparing((AccruedRebate one) -> one.accrual().accrued()).reversed())
        .limit(most)
        .forEach(one -> out.println(line(one)));
    if (rows.size() > most) {
      out.println("  and " + (rows.size() - most) + " more");
    }
  }

  private String line(AccruedRebate one) {
    Accrual accrual = one.accrual();
    String next = accrual.measured() == null ? wording.accrued(accrual) : wording.next(accrual);
    return "  %,16.2f %s %,12d  %s  %s  %s  %s"
        .formatted(
            accrual.accrued().toExact().toBigDecimal(),
            accrual.accrued().currency(),
            accrual.window().count(),
            one.key().from(),
            parties(one.key()),
            accrual.rebate().name(),
            next)
        .stripTrailing();
  }

  void write(RowText text, OutputFile output) throws IOException {
    ByteWriter out = output.rows();
    text.heading(COLUMNS, out);
    for (AccruedRebate one : rows) {
      write(one, text, out);
      output.passOn();
    }
  }

  private void write(AccruedRebate one, RowText text, ByteWriter out) {
    WindowKey key = one.key();
    Accrual accrual = one.accrual();
    Accrual.@Nullable Next next = accrual.next();
    Currency currency = key.currency();
    text.begin(out);
    Stream.of(
            key.relation(),
            key.sides().payer(),
            key.sides().payee(),
            key.name(),
            accrual.rebate().name(),
            key.period(),
            key.from(),
            key.until(),
            accrual.window().count(),
            accrual.window().quantity().toShortString(),
            Exact.of(accrual.window().minor(), currency.scale()),
            accrual.accrued(),
            currency,
            next == null ? null : next.missing().toShortString(),
            next == null ? null : next.more(),
            wording.accrued(accrual) + (next == null ? "" : "; " + wording.next(accrual)),
            accrual.measured() == null ? null : accrual.measured().toShortString())
        .forEach(value -> text.field(value, out));
    text.end(out);
  }
}
