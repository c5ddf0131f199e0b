package dev.duodang.order;

import dev.duodang.book.Books;
import dev.duodang.identity.Actor;
import dev.duodang.intake.Decision;
import dev.duodang.intake.Row;
import dev.duodang.intake.RowProblem;
import dev.duodang.master.MasterData;
import dev.duodang.pricing.order.WorkOrder;
import dev.duodang.pricing.settlement.FactProblem;
import dev.duodang.problem.Problem;
import dev.duodang.problem.ProblemCode;
import dev.duodang.settlement.Command;
import dev.duodang.settlement.FactsText;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Turns rows, from wherever they come, into commands for the settlement writer. */
@Component
public final class OrderIntake {

  private final Books books;
  private final MasterData masters;
  private final Authority authority;
  private final Clock clock;

  OrderIntake(Books books, MasterData masters, Authority authority, Clock clock) {
    this.books = books;
    this.masters = masters;
    this.authority = authority;
    this.clock = clock;
  }

  /**
   * The command of a row.
   *
   * @throws dev.duodang.problem.ProblemException when the row cannot be taken; every mistake named
   */
  public Command.OfOrder command(Actor actor, Row row) {
    return switch (row) {
      case Row.Order order -> delivery(actor, order.order());
      case Row.Decided decided -> decision(actor, decided.decision());
      case Row.Refused refused -> throw refused(refused.problems()).toException();
    };
  }

  /** A problem that names every mistake of a row. */
  static Problem refused(List<RowProblem> mistakes) {
    Problem problem =
        Problem.of(
            ProblemCode.ORDER_INVALID,
            mistakes.stream().map(RowProblem::toString).collect(Collectors.joining("; ")));
    RowProblem first = mistakes.getFirst();
    return problem
        .field(first.field())
        .value(first.value())
        .allowed(first.allowed())
        .errors(
            mistakes.stream()
                .map(one -> new Problem.Failure(one.field(), one.value(), one.toString()))
                .toList());
  }

  /** The command that delivers these facts. */
  public Command.Deliver delivery(Actor actor, WorkOrder stated) {
    List<FactProblem> mistakes = books.factCheck(actor.tenant()).problems(stated);
    if (!mistakes.isEmpty()) {
      throw refused(
              mistakes.stream()
                  .map(one -> new RowProblem(one.field(), one.value(), one.reason(), one.allowed()))
                  .toList())
          .toException();
    }
    Instant now = clock.instant();
    WorkOrder order = masters.view(actor.tenant()).completed(stated, now);
    authority.requireInScope(actor, order);
    return new Command.Deliver(
        actor.tenant(), order, stated.digest(), FactsText.write(order), actor.username(), now);
  }

  private Command.OfOrder decision(Actor actor, Decision decision) {
    Command.What what =
        switch (decision.what()) {
          case Decision.What.Quote quote ->
              new Command.What.Quote(
                  quote.relation(), quote.category(), quote.item(), quote.amount());
          case Decision.What.Region region -> new Command.What.Region(region.region());
          case Decision.What.Release release -> new Command.What.Release(release.relation());
          case Decision.What.Force force ->
              new Command.What.Force(
                  force.relation(),
                  force.category(),
                  force.item(),
                  force.tier(),
                  Authority.limit(actor));
          case Decision.What.Unforce unforce ->
              new Command.What.Unforce(
                  unforce.relation(), unforce.category(), unforce.item(), Authority.limit(actor));
        };
    authority.requireMayDecide(actor, decision.orderNo(), what);
    String by = decision.by().isEmpty() ? actor.username() : decision.by();
    return new Command.Decide(
        actor.tenant(), decision.orderNo(), what, decision.reason(), by, clock.instant());
  }
}
