package dev.duodang.order;

import dev.duodang.catalog.Counterparties;
import dev.duodang.database.ScopedTransactions;
import dev.duodang.database.TenantId;
import dev.duodang.identity.Actor;
import dev.duodang.identity.Scope;
import dev.duodang.pricing.book.PartyKind;
import dev.duodang.pricing.book.Promise;
import dev.duodang.pricing.book.Relation;
import dev.duodang.pricing.money.Money;
import dev.duodang.pricing.order.PartyId;
import dev.duodang.pricing.order.Times;
import dev.duodang.pricing.order.WorkOrder;
import dev.duodang.pricing.rating.Promised;
import dev.duodang.pricing.rating.Rated;
import dev.duodang.pricing.settlement.RelationSettlement;
import dev.duodang.pricing.settlement.Shares;
import dev.duodang.pricing.wording.Language;
import dev.duodang.settlement.FactsText;
import dev.duodang.settlement.OrderLedger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Puts together what one order shows. */
@Component
class OrderDetails {

  private static final JsonMapper JSON = new JsonMapper();

  private final OrderReading reading;
  private final SettlementViews views;
  private final Counterparties counterparties;
  private final ScopedTransactions transactions;
  private final Timeline timeline;
  private final TierChoices choices;
  private final JdbcOrders rows = new JdbcOrders();

  OrderDetails(
      OrderReading reading,
      SettlementViews views,
      Counterparties counterparties,
      ScopedTransactions transactions,
      Timeline timeline,
      TierChoices choices) {
    this.reading = reading;
    this.views = views;
    this.counterparties = counterparties;
    this.transactions = transactions;
    this.timeline = timeline;
    this.choices = choices;
  }

  OrderDetail detail(Actor actor, String orderNo, Language language) {
    OrderReading.Seen seen = reading.find(actor, orderNo);
    OrderLedger ledger = seen.ledger();
    WorkOrder order = ledger.order();
    List<RelationSettlement> visible = OrderReading.visible(actor, order, seen.settlement());
    List<SettlementView> settlements =
        visible.stream()
            .map(one -> views.of(actor.tenant(), order, one, ledger.lines(), language))
            .toList();
    Times times = order.times();
    return new OrderDetail(
        order.orderNo().text(),
        ledger.state().revision().number(),
        OrdersPart.service(order),
        views.region(actor.tenant(), seen.facts().region()),
        order.place().address(),
        text(order.customer().customerClass()),
        named(actor.tenant(), order.counterparty() == null ? null : order.counterparty().id()),
        order.handlers().stream()
            .map(handler -> Objects.requireNonNull(named(actor.tenant(), handler.id())))
            .toList(),
        order.status().name(),
        order.stage() == null ? null : order.stage().name(),
        ledger.state().state().name(),
        settlements.stream().flatMap(one -> one.holds().stream()).toList(),
        tierName(settlements),
        amount(actor, ledger, visible),
        visible.isEmpty() ? "CNY" : visible.getFirst().rated().currency().code(),
        text(times.created()),
        text(times.completed()),
        ledger.lines().isEmpty() ? null : ledger.lines().getLast().postedAt().toString(),
        elapsed(times),
        JSON.readTree(FactsText.write(order)),
        timeline.of(actor.tenant(), ledger, language),
        settlements,
        margin(actor, ledger),
        promise(seen),
        related(actor, orderNo),
        text(order.caseNo()),
        DeskActions.possible(actor, order).stream().map(Enum::name).toList(),
        choices.areThere(actor, seen));
  }

  private OrderSummary.@Nullable Named named(TenantId tenant, @Nullable PartyId id) {
    return id == null
        ? null
        : new OrderSummary.Named(id.text(), counterparties.name(tenant, id.text()));
  }

  private static @Nullable String tierName(List<SettlementView> settlements) {
    return settlements.stream()
        .flatMap(one -> one.lines().stream())
        .filter(line -> line.kind().equals("CHARGE") && !line.reversed())
        .map(SettlementView.LineView::tierName)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /** What the reader is concerned with: his own share, or what headquarters pays. */
  static @Nullable String amount(
      Actor actor, OrderLedger ledger, List<RelationSettlement> visible) {
    @Nullable Money sum = null;
    for (RelationSettlement one : visible) {
      if (!isOwn(actor.scope(), one.relation())) {
        continue;
      }
      if (one.rated().state() == Rated.State.ON_HOLD) {
        return null;
      }
      Money amount =
          one.rated().state() == Rated.State.ESTIMATED
              ? share(actor, ledger.order(), one.relation(), one.rated().total())
              : posted(actor, ledger, one);
      sum = sum == null ? amount : sum.plus(amount);
    }
    return sum == null ? null : sum.toString();
  }

  private static Money posted(Actor actor, OrderLedger ledger, RelationSettlement one) {
    Money sum = Money.zero(one.rated().currency());
    for (OrderLedger.PostedLine line : ledger.lines()) {
      if (line.line().relation().equals(one.relation())) {
        sum = sum.plus(share(actor, ledger.order(), one.relation(), line.line().amount()));
      }
    }
    return sum;
  }

  private static Money share(Actor actor, WorkOrder order, Relation relation, Money amount) {
    return actor.scope() instanceof Scope.Self self
        ? Shares.of(relation, order, amount)
            .getOrDefault(PartyId.of(self.handler()), Money.zero(amount.currency()))
        : amount;
  }

  private static boolean isOwn(Scope scope, Relation relation) {
    return switch (scope) {
      case Scope.WholeTenant _, Scope.Regions _ ->
          relation.payer() == PartyKind.HEADQUARTERS || relation.payer() == PartyKind.DEPARTMENT;
      case Scope.Counterparties _ ->
          relation.payee() == PartyKind.PARTNER || relation.payee() == PartyKind.DEPARTMENT;
      case Scope.Self _ -> relation.payee() == PartyKind.ENGINEER;
    };
  }

  /** The amount of an order in a list. */
  @Nullable String listedAmount(Actor actor, JdbcOrders.Listed one) {
    return switch (actor.scope()) {
      case Scope.WholeTenant _, Scope.Regions _ ->
          one.state().equals(Rated.State.ON_HOLD.name())
              ? null
              : OrderReadController.money(one.costMinor(), one.currency()).toString();
      case Scope.Counterparties _, Scope.Self _ -> {
        OrderReading.Seen seen = reading.find(actor, one.orderNo());
        yield amount(
            actor,
            seen.ledger(),
            OrderReading.visible(actor, seen.ledger().order(), seen.settlement()));
      }
    };
  }

  static @Nullable Long elapsed(Times times) {
    Instant end = times.completed() == null ? times.cancelled() : times.completed();
    return (times.created() == null || end == null)
        ? null
        : Math.max(0, Duration.between(times.created(), end).toSeconds());
  }

  private static List<OrderDetail.Margin> margin(Actor actor, OrderLedger ledger) {
    if (actor.scope() instanceof Scope.Self) {
      return List.of();
    }
    Map<String, Money> sums = SettlementViews.sums(ledger.lines());
    List<OrderDetail.Margin> margins = new ArrayList<>();
    if (!(actor.scope() instanceof Scope.Counterparties)) {
      margin("headquarters", sums, margins);
    }
    margin("partner", sums, margins);
    return margins;
  }

  private static void margin(
      String party, Map<String, Money> sums, List<OrderDetail.Margin> margins) {
    @Nullable Money income = null;
    @Nullable Money cost = null;
    for (Map.Entry<String, Money> sum : sums.entrySet()) {
      if (sum.getKey().endsWith("→" + party)) {
        income = income == null ? sum.getValue() : income.plus(sum.getValue());
      } else if (sum.getKey().startsWith(party + "→")) {
        cost = cost == null ? sum.getValue() : cost.plus(sum.getValue());
      }
    }
    if (income == null && cost == null) {
      return;
    }
    Money spent = cost != null ? cost : Money.zero(Objects.requireNonNull(income).currency());
    margins.add(
        new OrderDetail.Margin(
            party,
            income == null ? null : income.toString(),
            spent.toString(),
            income == null ? null : income.minus(spent).toString()));
  }

  private static OrderDetail.@Nullable PromiseView promise(OrderReading.Seen seen) {
    Promised promised =
        seen.settlement().relations().stream()
            .map(one -> one.rated().promise())
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
    return promised == null ? null : view(promised);
  }

  static OrderDetail.PromiseView view(Promised promised) {
    Promised.Clock respond = promised.respond();
    Promised.Clock finish = promised.finish();
    return new OrderDetail.PromiseView(
        respond == null ? null : text(respond.within()),
        finish == null ? null : text(finish.within()),
        respond == null ? null : text(respond.due()),
        finish == null ? null : text(finish.due()),
        respond == null ? null : text(respond.took()),
        finish == null ? null : text(finish.took()),
        respond == null ? null : text(respond.state()),
        finish == null ? null : text(finish.state()),
        kept(promised));
  }

  /** What is broken is broken, but only a completed order has kept all of its promise. */
  private static @Nullable Boolean kept(Promised promised) {
    boolean isBroken =
        Stream.of(promised.respond(), promised.finish())
            .anyMatch(clock -> clock != null && clock.state() == Promise.State.BROKEN);
    if (isBroken) {
      return Boolean.FALSE;
    }
    return promised.state(Promise.Part.WHOLE) == Promise.State.KEPT ? Boolean.TRUE : null;
  }

  private List<OrderDetail.Related> related(Actor actor, String orderNo) {
    return transactions
        .read(actor.tenant(), jdbc -> rows.related(jdbc, actor.scope(), orderNo))
        .stream()
        .map(
            one ->
                new OrderDetail.Related(
                    one.orderNo(),
                    one.relatedKind() == null ? "FOLLOW_UP" : one.relatedKind(),
                    one.state()))
        .toList();
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }
}
