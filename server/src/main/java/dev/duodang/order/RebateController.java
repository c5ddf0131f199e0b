package dev.duodang.order;

import dev.duodang.book.Books;
import dev.duodang.catalog.Counterparties;
import dev.duodang.identity.Actor;
import dev.duodang.identity.Permission;
import dev.duodang.identity.Requires;
import dev.duodang.identity.TenantClock;
import dev.duodang.pricing.book.Rebate;
import dev.duodang.pricing.money.Exact;
import dev.duodang.pricing.order.PartyId;
import dev.duodang.pricing.rating.Window;
import dev.duodang.pricing.rating.WindowKey;
import dev.duodang.pricing.rebate.Accrual;
import dev.duodang.pricing.rebate.OutsideValue;
import dev.duodang.pricing.rebate.OutsideValues;
import dev.duodang.pricing.settlement.AccruedRebate;
import dev.duodang.pricing.settlement.Shelf;
import dev.duodang.pricing.wording.Language;
import dev.duodang.pricing.wording.RebateWording;
import dev.duodang.settlement.Ledger;
import dev.duodang.settlement.OutsideMeasures;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What counterparties have accrued of their rebates. */
@RestController
class RebateController {

  private final Ledger ledger;
  private final OutsideMeasures measures;
  private final Books books;
  private final Counterparties counterparties;
  private final TenantClock clocks;
  private final Clock clock;

  RebateController(
      Ledger ledger,
      OutsideMeasures measures,
      Books books,
      Counterparties counterparties,
      TenantClock clocks,
      Clock clock) {
    this.ledger = ledger;
    this.measures = measures;
    this.books = books;
    this.counterparties = counterparties;
    this.clocks = clocks;
    this.clock = clock;
  }

  /**
   * One rebate of one counterparty in one period.
   *
   * @param rebate the id, which survives versions of the book
   * @param name as people read it, by the book as it is
   * @param payer who gives it; null for headquarters
   * @param payee who gets it; null for headquarters
   * @param period DAY, MONTH, QUARTER or YEAR
   * @param from its first day
   * @param until the day after its last
   * @param orders how many orders count
   * @param quantity the quantity of their items
   * @param amount what a percentage is of
   * @param outside what is reported of the measure; null where orders carry it
   * @param accrued what is due so far, by the book as it is
   * @param missing how much more of the measure enters the next step; null on the last
   * @param more what that brings at today's average; null on the last step, and without an average
   * @param sentence what was counted and accrued, in words
   * @param next what the next step asks and brings, in words; null on the last
   */
  record RebateView(
      String rebate,
      String name,
      String relation,
      OrderSummary.@Nullable Named payer,
      OrderSummary.@Nullable Named payee,
      String period,
      String from,
      String until,
      long orders,
      String quantity,
      String amount,
      @Nullable OutsideView outside,
      String accrued,
      String currency,
      @Nullable String missing,
      @Nullable String more,
      String sentence,
      @Nullable String next) {}

  /**
   * A measure that no order carries.
   *
   * @param measure under which it is reported
   * @param name as people read it
   * @param unit empty for none
   * @param value what counts; null while nothing is reported
   * @param revision of the value
   */
  record OutsideView(
      String measure, String name, String unit, @Nullable String value, @Nullable Long revision) {}

  @Operation(
      operationId = "listRebates",
      summary = "Rebates accrued in the periods that a day lies in")
  @GetMapping("/api/v1/rebates")
  @Requires(Permission.EARNINGS_READ)
  List<RebateView> rebates(
      Actor actor,
      @RequestParam @Nullable LocalDate on,
      @RequestParam @Nullable String party,
      @RequestParam(defaultValue = "zh") String lang) {
    LocalDate day = on == null ? clocks.today(actor.tenant()) : on;
    Shelf shelf = books.shelf(actor.tenant());
    Language language = Explanations.language(lang);
    Instant now = clock.instant();
    Map<WindowKey, Window> windows = ledger.rebates(actor.tenant(), day, actor.scope().parties());
    OutsideValues reported = measures.of(actor.tenant(), windows.keySet(), shelf, now);
    return windows.entrySet().stream()
        .filter(entry -> party == null || isParty(entry.getKey(), party))
        .map(entry -> AccruedRebate.of(entry.getKey(), entry.getValue(), shelf, reported, now))
        .flatMap(Optional::stream)
        .map(one -> view(actor, one, RebateWording.of(language)))
        .toList();
  }

  private static boolean isParty(WindowKey key, String party) {
    return isIt(key.sides().payer(), party) || isIt(key.sides().payee(), party);
  }

  private static boolean isIt(@Nullable PartyId id, String party) {
    return id != null && id.text().equals(party);
  }

  private RebateView view(Actor actor, AccruedRebate one, RebateWording wording) {
    WindowKey key = one.key();
    Accrual accrual = one.accrual();
    Accrual.Next next = accrual.next();
    return new RebateView(
        key.name(),
        accrual.rebate().name(),
        key.relation().toString(),
        named(actor, key.sides().payer()),
        named(actor, key.sides().payee()),
        key.period().name(),
        key.from().toString(),
        key.until().toString(),
        accrual.window().count(),
        accrual.window().quantity().toShortString(),
        Exact.of(accrual.window().minor(), key.currency().scale()).toString(),
        outside(one),
        accrual.accrued().toString(),
        key.currency().code(),
        next == null ? null : next.missing().toShortString(),
        next == null || next.more() == null ? null : next.more().toString(),
        wording.accrued(accrual),
        next == null ? null : wording.next(accrual));
  }

  private static @Nullable OutsideView outside(AccruedRebate one) {
    OutsideValue value = one.outside();
    return one.accrual().rebate().measure() instanceof Rebate.Outside measure
        ? new OutsideView(
            measure.name().text(),
            measure.label(),
            measure.unit(),
            value == null ? null : value.value().toShortString(),
            value == null ? null : value.revision())
        : null;
  }

  private OrderSummary.@Nullable Named named(Actor actor, @Nullable PartyId id) {
    return id == null
        ? null
        : new OrderSummary.Named(id.text(), counterparties.name(actor.tenant(), id.text()));
  }
}
