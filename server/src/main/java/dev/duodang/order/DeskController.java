package dev.duodang.order;

import dev.duodang.database.ScopedTransactions;
import dev.duodang.identity.Actor;
import dev.duodang.identity.Permission;
import dev.duodang.identity.Requires;
import dev.duodang.identity.TenantClock;
import dev.duodang.pricing.money.Exact;
import dev.duodang.pricing.order.Counterparty;
import dev.duodang.pricing.order.Handler;
import dev.duodang.pricing.order.OrderNo;
import dev.duodang.pricing.order.OrderStatus;
import dev.duodang.pricing.order.Part;
import dev.duodang.pricing.order.PartNo;
import dev.duodang.pricing.order.PartyId;
import dev.duodang.pricing.order.RelatedOrder;
import dev.duodang.pricing.order.Stage;
import dev.duodang.pricing.order.Times;
import dev.duodang.pricing.order.WorkOrder;
import dev.duodang.pricing.order.WorkOrderBuilder;
import dev.duodang.problem.Fields;
import dev.duodang.problem.Problem;
import dev.duodang.problem.ProblemCode;
import dev.duodang.settlement.Command;
import dev.duodang.settlement.Outcome;
import dev.duodang.settlement.SettlementWriter;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** The light desk: a company without another system takes orders and moves them on. */
@RestController
class DeskController {

  private static final String NEXT_NUMBER =
      """
      INSERT INTO desk_number (tenant_id, day, last) VALUES (:tenant, :day, 1)
      ON CONFLICT (tenant_id, day) DO UPDATE SET last = desk_number.last + 1
      RETURNING last
      """;
  private static final int ATTEMPTS = 5;

  private final StatedFacts stated;
  private final OrderIntake intake;
  private final OrderReading reading;
  private final OrderDetails details;
  private final SettlementWriter writer;
  private final OncePerKey once;
  private final ScopedTransactions transactions;
  private final TenantClock clocks;
  private final Clock clock;

  DeskController(
      StatedFacts stated,
      OrderIntake intake,
      OrderReading reading,
      OrderDetails details,
      SettlementWriter writer,
      OncePerKey once,
      ScopedTransactions transactions,
      TenantClock clocks,
      Clock clock) {
    this.stated = stated;
    this.intake = intake;
    this.reading = reading;
    this.details = details;
    this.writer = writer;
    this.once = once;
    this.transactions = transactions;
    this.clocks = clocks;
    this.clock = clock;
  }

  /** The facts of a new order; its number is given here. */
  record NewOrder(
      @Nullable String preset,
      @Schema(implementation = Object.class, types = "object") @Nullable ObjectNode facts) {}

  /** A step of the work, and what it brings. */
  record ActionBody(
      DeskActions.@Nullable Kind action,
      @Nullable OffsetDateTime at,
      @Nullable String counterparty,
      @Nullable List<String> handlers,
      @Nullable Long distanceMetres,
      @Nullable List<UsedPart> parts,
      @Nullable String note) {}

  /** A part that was used. */
  record UsedPart(@Nullable String number, @Nullable String quantity) {}

  @Operation(operationId = "createDeskOrder", summary = "A new order; the server gives its number")
  @PostMapping("/api/v1/desk/orders")
  @Requires(Permission.ORDER_CREATE)
  OrderDetail create(
      Actor actor,
      @RequestHeader(value = "Idempotency-Key", required = false) @Nullable String key,
      @RequestParam(defaultValue = "zh") String lang,
      @RequestBody NewOrder body) {
    String orderNo =
        once.run(
            actor,
            key,
            "desk order " + body,
            () -> nextNumber(actor),
            number -> takeIn(actor, number, body));
    return details.detail(actor, orderNo, Explanations.language(lang));
  }

  private void takeIn(Actor actor, String number, NewOrder body) {
    if (reading.exists(actor, number)) {
      return;
    }
    ObjectNode facts = Fields.required("facts", body.facts());
    WorkOrder order = stated.order(actor, clocks.zone(actor.tenant()), facts, number);
    Times times = order.times();
    deliver(
        actor,
        times.created() != null
            ? order
            : order.toBuilder()
                .times(
                    new Times(
                        clock.instant(),
                        times.accepted(),
                        times.arrived(),
                        times.completed(),
                        times.verified(),
                        times.cancelled()))
                .build(order.orderNo()));
  }

  private String nextNumber(Actor actor) {
    LocalDate day = clocks.today(actor.tenant());
    int number =
        transactions.write(
            actor.tenant(),
            jdbc ->
                jdbc.sql(NEXT_NUMBER)
                    .param("tenant", actor.tenant().value())
                    .param("day", day)
                    .query(Integer.class)
                    .single());
    return "D%s-%04d".formatted(day.format(DateTimeFormatter.BASIC_ISO_DATE), number);
  }

  private Outcome deliver(Actor actor, WorkOrder order) {
    Command.OfOrder command = intake.delivery(actor, order);
    Outcome outcome = writer.submit(command).join();
    if (outcome instanceof Outcome.Rejected rejected) {
      throw rejected.problem().toException();
    }
    return outcome;
  }

  @Operation(operationId = "actOnOrder", summary = "A step of the work")
  @PostMapping("/api/v1/orders/{orderNo}/actions")
  @Requires(Permission.ORDER_ACT)
  OrderDetail act(
      Actor actor,
      @PathVariable String orderNo,
      @RequestHeader(value = "Idempotency-Key", required = false) @Nullable String key,
      @RequestParam(defaultValue = "zh") String lang,
      @RequestBody ActionBody body) {
    DeskActions.Kind action = Fields.required("action", body.action());
    String shown =
        once.run(
            actor,
            key,
            "action " + orderNo + " " + body,
            () -> DeskActions.makesOrder(action) ? nextNumber(actor) : orderNo,
            number -> act(actor, orderNo, number, action, body));
    return details.detail(actor, shown, Explanations.language(lang));
  }

  private void act(
      Actor actor, String orderNo, String number, DeskActions.Kind action, ActionBody body) {
    if (!number.equals(orderNo) && reading.exists(actor, number)) {
      return;
    }
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      OrderReading.Seen seen = reading.find(actor, orderNo);
      WorkOrder order = seen.ledger().order();
      Set<DeskActions.Kind> possible = DeskActions.possible(actor, order);
      if (!possible.contains(action)) {
        throw Problem.of(ProblemCode.ACTION_NOT_POSSIBLE, orderNo, action, possible)
            .field("action")
            .value(action)
            .allowed(possible.toString())
            .toException();
      }
      WorkOrder next = next(order, action, body, OrderNo.of(number));
      if (next.orderNo().equals(order.orderNo())) {
        next =
            next.toBuilder()
                .revision(seen.ledger().state().revision().next())
                .build(order.orderNo());
      }
      // Somebody else may have moved the order on in the meantime: look again.
      if (deliver(actor, next) instanceof Outcome.Accepted) {
        return;
      }
    }
    throw Problem.of(ProblemCode.UNAVAILABLE, "the order changes too often.").toException();
  }

  private WorkOrder next(
      WorkOrder order, DeskActions.Kind action, ActionBody body, OrderNo number) {
    Instant at = body.at() == null ? clock.instant() : body.at().toInstant();
    WorkOrderBuilder next = order.toBuilder();
    brought(next, body);
    Times times = order.times();
    return switch (action) {
      case ASSIGN -> next.build(order.orderNo());
      case ACCEPT -> next.times(with(times, Times.Event.ACCEPTED, at)).build(order.orderNo());
      case ARRIVE -> next.times(with(times, Times.Event.ARRIVED, at)).build(order.orderNo());
      case COMPLETE ->
          next.status(OrderStatus.COMPLETED)
              .times(with(times, Times.Event.COMPLETED, at))
              .build(order.orderNo());
      case CANCEL ->
          next.status(OrderStatus.CANCELLED)
              .times(with(times, Times.Event.CANCELLED, at))
              .build(order.orderNo());
      case RETURN -> follow(order, next, RelatedOrder.Kind.RETURN, at, number);
      case EXCHANGE -> follow(order, next, RelatedOrder.Kind.EXCHANGE, at, number);
      case REWORK -> follow(order, next, RelatedOrder.Kind.REWORK, at, number);
    };
  }

  private static WorkOrder follow(
      WorkOrder order, WorkOrderBuilder next, RelatedOrder.Kind kind, Instant at, OrderNo number) {
    return next.status(OrderStatus.OPEN)
        .revision(null)
        .updatedAt(null)
        .stage(Stage.AFTER_SALES)
        .related(new RelatedOrder(order.orderNo(), kind))
        .times(new Times(at, null, null, null, null, null))
        .collected(null)
        .build(number);
  }

  private static void brought(WorkOrderBuilder next, ActionBody body) {
    if (body.counterparty() != null) {
      next.counterparty(
          Counterparty.partner(Fields.parsed("counterparty", body.counterparty(), PartyId::of)));
    }
    if (body.handlers() != null) {
      next.handlers(
          body.handlers().stream()
              .map(id -> Handler.of(Fields.parsed("handlers", id, PartyId::of)))
              .toList());
    }
    if (body.distanceMetres() != null) {
      next.distanceMetres(
          Fields.parsed("distanceMetres", body.distanceMetres().toString(), Exact::parse));
    }
    if (body.parts() != null) {
      next.parts(body.parts().stream().map(DeskController::part).toList());
    }
  }

  private static Part part(UsedPart used) {
    return new Part(
        Fields.parsed("parts.number", used.number(), PartNo::of),
        used.quantity() == null
            ? Exact.ONE
            : Fields.parsed("parts.quantity", used.quantity(), Exact::parse),
        null);
  }

  private static Times with(Times times, Times.Event event, Instant at) {
    return new Times(
        times.created(),
        event == Times.Event.ACCEPTED ? at : times.accepted(),
        event == Times.Event.ARRIVED ? at : times.arrived(),
        event == Times.Event.COMPLETED ? at : times.completed(),
        times.verified(),
        event == Times.Event.CANCELLED ? at : times.cancelled());
  }
}
