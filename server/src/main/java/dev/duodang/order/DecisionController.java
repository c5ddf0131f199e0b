package dev.duodang.order;

import static dev.duodang.problem.Fields.parsed;
import static dev.duodang.problem.Fields.required;

import dev.duodang.identity.Actor;
import dev.duodang.identity.Permission;
import dev.duodang.identity.Requires;
import dev.duodang.pricing.book.CategoryId;
import dev.duodang.pricing.book.Relation;
import dev.duodang.pricing.book.TierId;
import dev.duodang.pricing.money.Exact;
import dev.duodang.pricing.rating.Decisions;
import dev.duodang.pricing.region.RegionCode;
import dev.duodang.pricing.settlement.OrderState;
import dev.duodang.problem.Fields;
import dev.duodang.settlement.Command;
import dev.duodang.settlement.Outcome;
import dev.duodang.settlement.SettlementWriter;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Decisions about orders, within the decider's limit. */
@RestController
class DecisionController {

  private final OrderReading reading;
  private final OrderDetails details;
  private final TierChoices choices;
  private final SettlementWriter writer;
  private final OncePerKey once;
  private final Clock clock;

  DecisionController(
      OrderReading reading,
      OrderDetails details,
      TierChoices choices,
      SettlementWriter writer,
      OncePerKey once,
      Clock clock) {
    this.once = once;
    this.choices = choices;
    this.reading = reading;
    this.details = details;
    this.writer = writer;
    this.clock = clock;
  }

  /** Which decision it is. */
  enum Kind {
    QUOTE,
    REGION,
    RELEASE,
    FORCE,
    UNFORCE
  }

  /** A decision; which fields it needs depends on its kind. */
  record DecisionBody(
      @Nullable Kind kind,
      @Nullable String relation,
      @Nullable String category,
      @Nullable Integer item,
      @Nullable String amount,
      @Nullable String region,
      @Nullable String tier,
      @Nullable String reason) {

    int place() {
      return item == null ? -1 : item;
    }
  }

  @Operation(
      operationId = "decideHold",
      summary = "A decision about an order: what it waits for, or its tier")
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
        number -> isInForce(actor, reading.find(actor, number).ledger().state(), body),
        number -> decide(actor, number, body));
    return details.detail(actor, orderNo, Explanations.language(lang));
  }

  @Operation(
      operationId = "tierChoices",
      summary = "The tiers that may be chosen for an order, and what each would make of it")
  @GetMapping("/api/v1/orders/{orderNo}/tiers")
  @Requires(Permission.TIER_FORCE)
  TierChoicesView tiers(
      Actor actor, @PathVariable String orderNo, @RequestParam(defaultValue = "zh") String lang) {
    return choices.of(actor, orderNo, Explanations.language(lang));
  }

  private void decide(Actor actor, String orderNo, DecisionBody body) {
    OrderReading.Seen seen = reading.find(actor, orderNo);
    Command.What what = what(actor, body);
    actor.require(Authority.permission(what));
    Authority.requireWithinLimit(actor, seen, what);
    Command.OfOrder command =
        new Command.Decide(
            actor.tenant(),
            seen.ledger().order().orderNo(),
            what,
            reason(body),
            actor.username(),
            clock.instant());
    if (writer.submit(command).join() instanceof Outcome.Rejected rejected) {
      throw rejected.problem().toException();
    }
  }

  /** Whether the order already stands as the decision would have it. */
  private static boolean isInForce(Actor actor, OrderState state, DecisionBody body) {
    return switch (what(actor, body)) {
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
      case Command.What.Force force ->
          new Decisions.Forced(
                  force.relation(),
                  force.category(),
                  force.item(),
                  force.tier(),
                  reason(body),
                  actor.username())
              .equals(forced(state, force));
      case Command.What.Unforce unforce -> forced(state, unforce) == null;
    };
  }

  private static Decisions.@Nullable Forced forced(OrderState state, Command.What.OfTier what) {
    return state.decisions().forcedFor(what.relation(), what.category(), what.item());
  }

  /** A tier is chosen, and taken back, for a reason; other decisions may come without. */
  private static String reason(DecisionBody body) {
    return body.kind() == Kind.FORCE || body.kind() == Kind.UNFORCE
        ? Fields.reason("reason", body.reason())
        : body.reason() == null ? "" : body.reason();
  }

  private static Command.What what(Actor actor, DecisionBody body) {
    Kind kind = required("kind", body.kind());
    return switch (kind) {
      case QUOTE ->
          new Command.What.Quote(
              parsed("relation", body.relation(), Relation::parse),
              parsed("category", body.category(), CategoryId::of),
              body.place(),
              parsed("amount", body.amount(), Exact::parse));
      case REGION -> new Command.What.Region(parsed("region", body.region(), RegionCode::of));
      case RELEASE ->
          new Command.What.Release(parsed("relation", body.relation(), Relation::parse));
      case FORCE ->
          new Command.What.Force(
              parsed("relation", body.relation(), Relation::parse),
              parsed("category", body.category(), CategoryId::of),
              body.place(),
              parsed("tier", body.tier(), TierId::of),
              actor.quoteLimitMinor());
      case UNFORCE ->
          new Command.What.Unforce(
              parsed("relation", body.relation(), Relation::parse),
              parsed("category", body.category(), CategoryId::of),
              body.place(),
              actor.quoteLimitMinor());
    };
  }
}
