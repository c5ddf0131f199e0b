package dev.duodang.order;

import dev.duodang.identity.Actor;
import dev.duodang.identity.Permission;
import dev.duodang.identity.Requires;
import dev.duodang.identity.TenantClock;
import dev.duodang.intake.JsonRows;
import dev.duodang.intake.Row;
import dev.duodang.pricing.wording.Language;
import dev.duodang.problem.Problem;
import dev.duodang.problem.ProblemCode;
import dev.duodang.problem.ProblemException;
import dev.duodang.settlement.Change;
import dev.duodang.settlement.Command;
import dev.duodang.settlement.OrderLedger;
import dev.duodang.settlement.Outcome;
import dev.duodang.settlement.SettlementWriter;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Orders in: one, or an array of them. Answered when their transactions are on the disk. */
@RestController
class OrderController {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final OrderIntake intake;
  private final SettlementWriter writer;
  private final Delivered delivered;
  private final TenantClock clocks;
  private final SettlementViews views;

  OrderController(
      OrderIntake intake,
      SettlementWriter writer,
      Delivered delivered,
      TenantClock clocks,
      SettlementViews views) {
    this.intake = intake;
    this.writer = writer;
    this.delivered = delivered;
    this.clocks = clocks;
    this.views = views;
  }

  /** What became of one order. */
  record OrderAnswer(
      String orderNo, long revision, String outcome, List<SettlementView> settlements) {}

  /** What became of each order of an array. */
  record OrdersAnswer(
      int accepted, int repeated, int stale, int rejected, List<RowAnswer> results) {}

  /** What became of the order at one place of an array. */
  record RowAnswer(
      int index,
      @Nullable String orderNo,
      @Nullable Long revision,
      String outcome,
      @Nullable String state,
      @Nullable Problem problem) {}

  @Operation(
      operationId = "deliverOrders",
      summary = "One order, or an array of them with a result for each")
  @PostMapping(value = "/api/v1/orders", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Requires(Permission.ORDER_CREATE)
  @io.swagger.v3.oas.annotations.responses.ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(oneOf = {OrderAnswer.class, OrdersAnswer.class})))
  ResponseEntity<Object> take(Actor actor, @RequestBody byte[] body) {
    JsonRows rows = JsonRows.in(clocks.zone(actor.tenant()));
    return ResponseEntity.ok(isArray(body) ? many(actor, rows.all(body)) : one(actor, rows, body));
  }

  private static boolean isArray(byte[] body) {
    for (byte character : body) {
      if (character > ' ') {
        return character == '[';
      }
    }
    return false;
  }

  private OrderAnswer one(Actor actor, JsonRows rows, byte[] body) {
    if (body.length > JsonRows.ORDER_BYTES_MAX) {
      throw Problem.of(ProblemCode.ORDER_TOO_LARGE, JsonRows.ORDER_BYTES_MAX).toException();
    }
    Command.OfOrder command = intake.command(actor, rows.one(body, 0, body.length));
    Outcome outcome = writer.submit(command).join();
    return new OrderAnswer(
        command.orderNo().text(),
        delivered.revision(outcome),
        delivered.word(command, outcome),
        outcome instanceof Outcome.Accepted accepted
            ? settlements(actor, accepted.change())
            : List.of());
  }

  private List<SettlementView> settlements(Actor actor, Change change) {
    List<OrderLedger.PostedLine> lines =
        change.postings().stream()
            .map(line -> new OrderLedger.PostedLine(line, change.at()))
            .toList();
    return change.settlement().relations().stream()
        .map(one -> views.of(actor.tenant(), change.order(), one, lines, Language.CHINESE))
        .toList();
  }

  private OrdersAnswer many(Actor actor, List<Row> rows) {
    List<RowAnswer> answers = new ArrayList<>();
    List<@Nullable Waiting> waiting = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      try {
        Command.OfOrder command = intake.command(actor, rows.get(i));
        waiting.add(new Waiting(i, command, writer.submit(command, PATIENCE)));
      } catch (ProblemException refused) {
        answers.add(new RowAnswer(i, null, null, "REJECTED", null, refused.problem()));
      }
    }
    for (Waiting one : waiting) {
      if (one != null) {
        answers.add(answer(one, one.outcome().join()));
      }
    }
    answers.sort(java.util.Comparator.comparingInt(RowAnswer::index));
    return new OrdersAnswer(
        count(answers, "ACCEPTED"),
        count(answers, "REPEAT"),
        count(answers, "STALE"),
        count(answers, "REJECTED"),
        answers);
  }

  private record Waiting(int index, Command.OfOrder command, CompletableFuture<Outcome> outcome) {}

  private RowAnswer answer(Waiting one, Outcome outcome) {
    String orderNo = one.command().orderNo().text();
    try {
      String word = delivered.word(one.command(), outcome);
      String state =
          outcome instanceof Outcome.Accepted accepted ? accepted.change().after().name() : null;
      return new RowAnswer(one.index(), orderNo, delivered.revision(outcome), word, state, null);
    } catch (ProblemException refused) {
      return new RowAnswer(one.index(), orderNo, null, "REJECTED", null, refused.problem());
    }
  }

  private static int count(List<RowAnswer> answers, String outcome) {
    return (int) answers.stream().filter(answer -> answer.outcome().equals(outcome)).count();
  }
}
