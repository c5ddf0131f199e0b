package dev.duodang.order;

import static dev.duodang.problem.Fields.parsed;
import static dev.duodang.problem.Fields.required;

import dev.duodang.identity.Actor;
import dev.duodang.identity.Permission;
import dev.duodang.identity.Requires;
import dev.duodang.pricing.book.CategoryId;
import dev.duodang.pricing.book.Relation;
import dev.duodang.pricing.money.Exact;
import dev.duodang.pricing.region.RegionCode;
import dev.duodang.pricing.settlement.OrderState;
import dev.duodang.settlement.Command;
import dev.duodang.settlement.Outcome;
import dev.duodang.settlement.SettlementWriter;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Decisions about orders that wait, within the decider's limit. */
@RestController
class DecisionController {

  private final OrderReading reading;
  private final OrderDetails details;
  private final SettlementWriter writer;
  private final OncePerKey once;
  private final Clock clock;

  DecisionController(
      OrderReading reading,
      OrderDetails details,
      SettlementWriter writer,
      OncePerKey once,
      Clock clock) {
    this.once = once;
    this.reading = reading;
    this.details = details;
    this.writer = writer;
    this.clock = clock;
  }

  /** Which decision it is. */
  enum Kind {
    QUOTE,
    REGION,
    RELEASE
  }

  /** A decision; which fields it needs depends on its kind. */
  record DecisionBody(
      @Nullable Kind kind,
      @Nullable String relation,
      @Nullable String category,
      @Nullable Integer item,
      @Nullable String amount,
      @Nullable String region,
      @Nullable String reason) {}

  @Operation(operationId = "decideHold", summary = "A decision about an order that waits")
  @PostMapping("/api/v1/orders/{orderNo}/decisions")
  @Requires(Permission.HOLD_DECIDE)
  OrderDetail decide(
      Actor actor,
      @PathVariable String orderNo,
      @RequestHeader(value = "Idempotency-Key", required = false) @Nullable String key,
      @RequestParam(defaultValue = "zh") String lang,
      @RequestBody DecisionBody body) {
    once.run(
        actor,
        key,
        "decision " + orderNo + " " + body,
        () -> orderNo,
        number -> isInForce(reading.find(actor, number).ledger().state(), what(body)),
        number -> decide(actor, number, body));
    return details.detail(actor, orderNo, Explanations.language(lang));
  }

  private void decide(Actor actor, String orderNo, DecisionBody body) {
    OrderReading.Seen seen = reading.find(actor, orderNo);
    Command.What what = what(body);
    Authority.requireWithinLimit(actor, seen, what);
    Command.OfOrder command =
        new Command.Decide(
            actor.tenant(),
            seen.ledger().order().orderNo(),
            what,
            body.reason() == null ? "" : body.reason(),
            actor.username(),
            clock.instant());
    if (writer.submit(command).join() instanceof Outcome.Rejected rejected) {
      throw rejected.problem().toException();
    }
  }

  /** Whether the order already stands as the decision would have it. */
  static boolean isInForce(OrderState state, Command.What what) {
    return switch (what) {
      case Command.What.Quote quote ->
          state.decisions().quotes().stream()
              .anyMatch(
                  made ->
                      made.relation().equals(quote.relation())
                          && made.category().equals(quote.category())
                          && made.item() == quote.item()
                          && made.amount().compareTo(quote.amount()) == 0);
      case Command.What.Region region -> region.region().equals(state.chosenRegion());
      case Command.What.Release release ->
          state.decisions().released().contains(release.relation());
    };
  }

  private static Command.What what(DecisionBody body) {
    Kind kind = required("kind", body.kind());
    return switch (kind) {
      case QUOTE ->
          new Command.What.Quote(
              parsed("relation", body.relation(), Relation::parse),
              parsed("category", body.category(), CategoryId::of),
              body.item() == null ? -1 : body.item(),
              parsed("amount", body.amount(), Exact::parse));
      case REGION -> new Command.What.Region(parsed("region", body.region(), RegionCode::of));
      case RELEASE ->
          new Command.What.Release(parsed("relation", body.relation(), Relation::parse));
    };
  }
}
