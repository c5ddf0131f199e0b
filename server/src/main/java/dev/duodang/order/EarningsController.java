package dev.duodang.order;

import dev.duodang.catalog.Counterparties;
import dev.duodang.catalog.Regions;
import dev.duodang.database.ScopedTransactions;
import dev.duodang.identity.Actor;
import dev.duodang.identity.Permission;
import dev.duodang.identity.Requires;
import dev.duodang.identity.Scope;
import dev.duodang.identity.TenantClock;
import dev.duodang.pricing.order.Counterparty;
import dev.duodang.pricing.region.RegionCode;
import dev.duodang.problem.Fields;
import dev.duodang.problem.Problem;
import dev.duodang.problem.ProblemCode;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What somebody has earned, by day and by order; and sums over many. */
@RestController
class EarningsController {

  private static final int PAGE = 30;

  private final ScopedTransactions transactions;
  private final OrderDetails details;
  private final Counterparties counterparties;
  private final Regions regions;
  private final TenantClock clocks;
  private final Clock clock;
  private final JdbcOrders orders = new JdbcOrders();
  private final JdbcSums sums = new JdbcSums();

  EarningsController(
      ScopedTransactions transactions,
      OrderDetails details,
      Counterparties counterparties,
      Regions regions,
      TenantClock clocks,
      Clock clock) {
    this.transactions = transactions;
    this.details = details;
    this.counterparties = counterparties;
    this.regions = regions;
    this.clocks = clocks;
    this.clock = clock;
  }

  /**
   * What somebody has earned.
   *
   * @param today the day that it is in the tenant's zone, whatever days were asked for
   * @param month that day's month so far, whatever days were asked for
   * @param days the days asked for, without those on which nothing was posted
   * @param orders those that changed on the days asked for, the latest first
   */
  record EarningsView(
      String currency,
      String today,
      String month,
      List<DayView> days,
      List<EarnedOrder> orders,
      @Nullable String next) {}

  /** One day. */
  record DayView(String date, String amount, long orders) {}

  /** One order. */
  record EarnedOrder(
      String orderNo,
      String at,
      String place,
      String service,
      @Nullable String amount,
      String state,
      @Nullable String hold,
      String sentence) {}

  /** A sum under one key. */
  record SumView(String key, String name, long orders, String amount) {}

  /** Whose earnings: an engineer or a partner. */
  private record Earner(String dimension, String id, Scope scope) {}

  @Operation(operationId = "getEarnings", summary = "What somebody has earned")
  @GetMapping("/api/v1/earnings")
  @Requires(Permission.EARNINGS_READ)
  EarningsView earnings(
      Actor actor,
      @RequestParam @Nullable String handler,
      @RequestParam @Nullable String counterparty,
      @RequestParam @Nullable LocalDate from,
      @RequestParam @Nullable LocalDate until,
      @RequestParam @Nullable String cursor) {
    Earner earner = earner(actor, handler, counterparty);
    LocalDate today = clocks.today(actor.tenant());
    LocalDate first = from == null ? today.withDayOfMonth(1) : from;
    LocalDate end = until == null ? today.plusDays(1) : until;
    String currency = clocks.tenant(actor.tenant()).currency().getCurrencyCode();
    List<JdbcSums.Day> days = days(actor, earner, first, end);
    List<JdbcSums.Day> month =
        days(actor, earner, today.withDayOfMonth(1), today.withDayOfMonth(1).plusMonths(1));
    // The reader sees these orders as the earner himself does.
    Actor own =
        new Actor(
            actor.tenant(),
            actor.id(),
            actor.username(),
            actor.name(),
            actor.role(),
            earner.scope(),
            actor.quoteLimitMinor());
    List<JdbcOrders.Listed> page = page(own, first, end, cursor);
    List<JdbcOrders.Listed> shown = page.subList(0, Math.min(PAGE, page.size()));
    return new EarningsView(
        currency,
        text(month.stream().filter(day -> day.date().equals(today)).toList(), currency),
        text(month, currency),
        days.stream()
            .map(
                day ->
                    new DayView(
                        day.date().toString(),
                        OrderReadController.money(day.amountMinor(), currency).toString(),
                        day.orders()))
            .toList(),
        shown.stream().map(one -> earned(own, one)).toList(),
        page.size() > PAGE ? shown.getLast().changedAt() + "_" + shown.getLast().orderNo() : null);
  }

  private List<JdbcSums.Day> days(Actor actor, Earner earner, LocalDate from, LocalDate until) {
    return transactions.read(
        actor.tenant(), jdbc -> sums.days(jdbc, earner.dimension(), earner.id(), from, until));
  }

  private List<JdbcOrders.Listed> page(
      Actor own, LocalDate from, LocalDate until, @Nullable String cursor) {
    OrderFilter filter =
        new OrderFilter(
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            from.toString(),
            until.toString(),
            cursor,
            clocks.zone(own.tenant()),
            clock.instant());
    return transactions.read(
        own.tenant(), jdbc -> orders.page(jdbc, own.scope(), filter, PAGE + 1));
  }

  private static String text(List<JdbcSums.Day> days, String currency) {
    long minor = days.stream().mapToLong(JdbcSums.Day::amountMinor).sum();
    return OrderReadController.money(minor, currency).toString();
  }

  private EarnedOrder earned(Actor own, JdbcOrders.Listed one) {
    String amount = details.listedAmount(own, one);
    String hold = one.holds().isEmpty() ? null : one.holds().getFirst();
    String tier = one.tierName() == null ? "" : one.tierName();
    return new EarnedOrder(
        one.orderNo(),
        one.changedAt().toString(),
        one.region() == null ? "" : regions.tree(own.tenant()).path(RegionCode.of(one.region())),
        one.service(),
        amount,
        one.state(),
        hold,
        hold == null ? tier : HoldNames.of(hold, dev.duodang.pricing.wording.Language.CHINESE));
  }

  private Earner earner(Actor actor, @Nullable String handler, @Nullable String counterparty) {
    return switch (actor.scope()) {
      case Scope.Self self -> own(self, handler);
      case Scope.Counterparties parties -> partner(actor, parties, handler, counterparty);
      case Scope.WholeTenant _, Scope.Regions _ -> named(handler, counterparty);
    };
  }

  private static Earner own(Scope.Self self, @Nullable String handler) {
    if (handler != null && !handler.equals(self.handler())) {
      throw Problem.of(ProblemCode.NOT_FOUND, handler).toException();
    }
    return new Earner("ENGINEER", self.handler(), self);
  }

  private Earner partner(
      Actor actor,
      Scope.Counterparties parties,
      @Nullable String handler,
      @Nullable String counterparty) {
    if (handler != null) {
      Counterparties.Entry entry = counterparties.all(actor.tenant()).get(handler);
      if (entry == null
          || entry.kind() != Counterparty.Kind.ENGINEER
          || !parties.ids().contains(String.valueOf(entry.partnerId()))) {
        throw Problem.of(ProblemCode.NOT_FOUND, handler).toException();
      }
      return new Earner("ENGINEER", handler, new Scope.Self(handler));
    }
    String id = counterparty == null ? parties.ids().getFirst() : counterparty;
    if (!parties.ids().contains(id)) {
      throw Problem.of(ProblemCode.NOT_FOUND, id).toException();
    }
    return new Earner("PARTNER", id, new Scope.Counterparties(List.of(id)));
  }

  private static Earner named(@Nullable String handler, @Nullable String counterparty) {
    if (handler != null) {
      return new Earner("ENGINEER", handler, new Scope.Self(handler));
    }
    String id = Fields.required("handler", counterparty);
    return new Earner("PARTNER", id, new Scope.Counterparties(List.of(id)));
  }

  /** What sums are made by. */
  enum By {
    engineer,
    partner,
    region,
    day
  }

  @Operation(operationId = "listSums", summary = "Sums by engineer, partner, region or day")
  @GetMapping("/api/v1/sums")
  @Requires(Permission.BOARD_READ)
  List<SumView> sums(
      Actor actor,
      @RequestParam By by,
      @RequestParam @Nullable LocalDate from,
      @RequestParam @Nullable LocalDate until) {
    LocalDate today = clocks.today(actor.tenant());
    LocalDate first = from == null ? today.withDayOfMonth(1) : from;
    LocalDate end = until == null ? today.plusDays(1) : until;
    String currency = clocks.tenant(actor.tenant()).currency().getCurrencyCode();
    return transactions
        .read(actor.tenant(), jdbc -> sums.by(jdbc, actor.scope(), by.name(), first, end))
        .stream()
        .map(
            sum ->
                new SumView(
                    sum.key(),
                    name(actor, by, sum.key()),
                    sum.orders(),
                    OrderReadController.money(sum.amountMinor(), currency).toString()))
        .toList();
  }

  private String name(Actor actor, By by, String key) {
    return switch (by) {
      case engineer, partner -> counterparties.name(actor.tenant(), key);
      case region -> key.isEmpty() ? "" : regions.tree(actor.tenant()).path(RegionCode.of(key));
      case day -> key;
    };
  }
}
