package dev.duodang.order;

import dev.duodang.catalog.Counterparties;
import dev.duodang.catalog.Regions;
import dev.duodang.database.ArchivedMonths;
import dev.duodang.database.ScopedTransactions;
import dev.duodang.identity.Actor;
import dev.duodang.identity.Permission;
import dev.duodang.identity.Requires;
import dev.duodang.identity.TenantClock;
import dev.duodang.pricing.money.Currency;
import dev.duodang.pricing.money.Money;
import dev.duodang.pricing.region.RegionCode;
import dev.duodang.pricing.wording.Language;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Orders out: lists, one order, why it costs what it costs. */
@RestController
class OrderReadController {

  private static final int LONGEST_PAGE = 200;

  private final ScopedTransactions transactions;
  private final OrderDetails details;
  private final Explanations explanations;
  private final Counterparties counterparties;
  private final Regions regions;
  private final TenantClock clocks;
  private final Clock clock;
  private final JdbcOrders rows = new JdbcOrders();

  OrderReadController(
      ScopedTransactions transactions,
      OrderDetails details,
      Explanations explanations,
      Counterparties counterparties,
      Regions regions,
      TenantClock clocks,
      Clock clock) {
    this.transactions = transactions;
    this.details = details;
    this.explanations = explanations;
    this.counterparties = counterparties;
    this.regions = regions;
    this.clocks = clocks;
    this.clock = clock;
  }

  @Operation(operationId = "listOrders", summary = "Orders, the last changed first")
  @GetMapping("/api/v1/orders")
  @Requires(Permission.ORDER_READ)
  OrderSummary.OrderPage orders(
      Actor actor,
      @RequestParam @Nullable String q,
      @RequestParam @Nullable String state,
      @RequestParam @Nullable String status,
      @RequestParam @Nullable String hold,
      @RequestParam @Nullable String service,
      @RequestParam @Nullable String region,
      @RequestParam @Nullable String counterparty,
      @RequestParam @Nullable String handler,
      @RequestParam OrderFilter.@Nullable Promised promise,
      @RequestParam @Nullable String from,
      @RequestParam @Nullable String until,
      @RequestParam @Nullable String cursor,
      @RequestParam(defaultValue = "50") int limit) {
    OrderFilter filter =
        new OrderFilter(
            q,
            state,
            status,
            hold,
            service,
            region,
            counterparty,
            handler,
            promise,
            from,
            until,
            cursor,
            clocks.zone(actor.tenant()),
            clock.instant());
    int size = Math.clamp(limit, 1, LONGEST_PAGE);
    List<JdbcOrders.Listed> found =
        transactions.read(actor.tenant(), jdbc -> rows.page(jdbc, actor.scope(), filter, size + 1));
    List<JdbcOrders.Listed> page = found.subList(0, Math.min(size, found.size()));
    String next =
        found.size() > size ? page.getLast().changedAt() + "_" + page.getLast().orderNo() : null;
    LocalDate hereSince =
        next == null ? transactions.readWith(actor.tenant(), ArchivedMonths::firstHere) : null;
    return new OrderSummary.OrderPage(
        page.stream().map(one -> summary(actor, one)).toList(), next, hereSince);
  }

  @Operation(operationId = "getOrder", summary = "One order in full")
  @GetMapping("/api/v1/orders/{orderNo}")
  @Requires(Permission.ORDER_READ)
  OrderDetail order(
      Actor actor, @PathVariable String orderNo, @RequestParam(defaultValue = "zh") String lang) {
    return details.detail(actor, orderNo, Explanations.language(lang));
  }

  @Operation(operationId = "explainOrder", summary = "Why an order comes to what it comes to")
  @GetMapping("/api/v1/orders/{orderNo}/explanation")
  @Requires(Permission.ORDER_READ)
  ExplanationView explanation(
      Actor actor,
      @PathVariable String orderNo,
      @RequestParam @Nullable String relation,
      @RequestParam(defaultValue = "zh") String lang) {
    return explanations.explain(actor, orderNo, relation, Explanations.language(lang));
  }

  private OrderSummary summary(Actor actor, JdbcOrders.Listed one) {
    return new OrderSummary(
        one.orderNo(),
        one.revision(),
        one.service(),
        one.region() == null
            ? null
            : new SettlementView.RegionRef(
                one.region(), regions.tree(actor.tenant()).path(RegionCode.of(one.region()))),
        one.address(),
        one.customerClass(),
        one.counterparty() == null ? null : named(actor, one.counterparty()),
        one.handlers().stream().map(id -> named(actor, id)).toList(),
        one.status(),
        one.stage(),
        one.state(),
        one.holds().stream()
            .map(
                reason ->
                    new OrderSummary.HoldReason(reason, HoldNames.of(reason, Language.CHINESE)))
            .toList(),
        one.tierName(),
        details.listedAmount(actor, one),
        one.currency(),
        text(one.createdAt()),
        text(one.completedAt()),
        one.changedAt().toString(),
        one.createdAt() == null || one.completedAt() == null
            ? null
            : Math.max(0, Duration.between(one.createdAt(), one.completedAt()).toSeconds()));
  }

  private OrderSummary.Named named(Actor actor, String id) {
    return new OrderSummary.Named(id, counterparties.name(actor.tenant(), id));
  }

  static Money money(long minor, String currency) {
    return new Money(minor, Currency.of(currency));
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }
}
