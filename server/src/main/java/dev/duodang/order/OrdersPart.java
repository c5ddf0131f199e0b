package dev.duodang.order;

import dev.duodang.database.Columns;
import dev.duodang.database.MonthlyTable;
import dev.duodang.database.Rows;
import dev.duodang.pricing.book.PartyKind;
import dev.duodang.pricing.book.Promise;
import dev.duodang.pricing.order.OrderItem;
import dev.duodang.pricing.order.Times;
import dev.duodang.pricing.order.WorkOrder;
import dev.duodang.pricing.rating.Line;
import dev.duodang.pricing.rating.Promised;
import dev.duodang.pricing.rating.Rated;
import dev.duodang.pricing.settlement.RelationSettlement;
import dev.duodang.settlement.Batch;
import dev.duodang.settlement.BatchPart;
import dev.duodang.settlement.Change;
import dev.duodang.settlement.OrderSums;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Keeps the row that lists show of each order. */
@Component
@Order(1)
class OrdersPart implements BatchPart {

  private static final MonthlyTable ORDERS =
      MonthlyTable.of(
          "work_order",
          """
          order_no text, revision int8, status text, stage text, service text, region text,
          address text, customer_class text, counterparty_id text, handlers text[], case_no text,
          related_order text, related_kind text, state text, hold_reasons text[], tier_name text,
          cost_minor int8, income_minor int8, currency text, created_at timestamptz,
          completed_at timestamptz, finish_due timestamptz, finish_kept bool,
          changed_at timestamptz
          """);

  private static final String LATEST =
      """
      ON CONFLICT (tenant_id, order_no, month) DO UPDATE SET revision = excluded.revision,
        status = excluded.status, stage = excluded.stage, service = excluded.service,
        region = excluded.region, address = excluded.address,
        customer_class = excluded.customer_class, counterparty_id = excluded.counterparty_id,
        handlers = excluded.handlers, case_no = excluded.case_no,
        related_order = excluded.related_order, related_kind = excluded.related_kind,
        state = excluded.state, hold_reasons = excluded.hold_reasons,
        tier_name = excluded.tier_name, cost_minor = excluded.cost_minor,
        income_minor = excluded.income_minor, currency = excluded.currency,
        created_at = excluded.created_at, completed_at = excluded.completed_at,
        finish_due = excluded.finish_due, finish_kept = excluded.finish_kept,
        changed_at = excluded.changed_at
      """;

  @Override
  public void rows(Batch batch, Consumer<Rows> ready) {
    Batch.Last last = batch.last();
    ready.accept(ORDERS.added(rows(last.added(), batch.at()), batch.month()));
    ready.accept(ORDERS.put(rows(last.changed(), batch.at()), LATEST));
  }

  private static Columns rows(List<Change> changes, Instant at) {
    Columns columns = ORDERS.columns();
    changes.forEach(change -> add(columns, change, at));
    return columns;
  }

  private static void add(Columns columns, Change change, Instant at) {
    WorkOrder order = change.order();
    OrderSums sums = OrderSums.of(change.settlement());
    Optional<Promised.Clock> finish = finish(change);
    columns.add(
        change.firstMonth(),
        change.orderNo().text(),
        change.revision().number(),
        order.status().name(),
        name(order.stage()),
        service(order),
        change.regionCode(),
        order.place().address(),
        text(order.customer().customerClass()),
        order.counterparty() == null ? null : order.counterparty().id().text(),
        order.handlers().stream().map(handler -> handler.id().text()).toList(),
        text(order.caseNo()),
        order.related() == null ? null : order.related().orderNo().text(),
        order.related() == null ? null : order.related().kind().name(),
        change.after().name(),
        holds(change),
        tierName(change),
        sums.shownMinor(),
        sums.incomeMinor(),
        sums.currency(),
        order.times().created(),
        order.times().at(Times.Event.COMPLETED),
        finish.map(Promised.Clock::due).orElse(null),
        finish.map(Promised.Clock::state).map(Promise.State.KEPT::equals).orElse(null),
        at);
  }

  static String service(WorkOrder order) {
    return order.items().stream()
        .map(OrderItem::service)
        .filter(Objects::nonNull)
        .map(Object::toString)
        .findFirst()
        .orElse("");
  }

  private static List<String> holds(Change change) {
    return change.settlement().relations().stream()
        .flatMap(one -> one.rated().holds().stream())
        .map(hold -> hold.reason().name())
        .distinct()
        .toList();
  }

  /** The tier of the first charge that headquarters pays, or of whatever there is. */
  static @Nullable String tierName(Change change) {
    return Stream.concat(
            change.settlement().relations().stream()
                .filter(one -> one.relation().payer() == PartyKind.HEADQUARTERS),
            change.settlement().relations().stream())
        .flatMap(one -> one.rated().lines().stream())
        .filter(line -> line.kind() == Line.Kind.CHARGE)
        .map(Line::label)
        .findFirst()
        .orElse(null);
  }

  /** The first promise to finish that a relation makes. */
  private static Optional<Promised.Clock> finish(Change change) {
    return change.settlement().relations().stream()
        .map(RelationSettlement::rated)
        .map(Rated::promise)
        .flatMap(Stream::ofNullable)
        .map(Promised::finish)
        .flatMap(Stream::ofNullable)
        .findFirst();
  }

  private static @Nullable String name(@Nullable Enum<?> value) {
    return value == null ? null : value.name();
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }
}
