package dev.duodang.demo;

import dev.duodang.identity.Actor;
import dev.duodang.identity.Role;
import dev.duodang.identity.Scope;
import dev.duodang.identity.Tenant;
import dev.duodang.order.OrderIntake;
import dev.duodang.settlement.Command;
import dev.duodang.settlement.Outcome;
import dev.duodang.settlement.SettlementWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Hands the demo's orders in, as any other source does. */
@Component
class DemoDoor {

  private static final Logger LOG = LoggerFactory.getLogger(DemoDoor.class);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final OrderIntake intake;
  private final SettlementWriter writer;

  DemoDoor(OrderIntake intake, SettlementWriter writer) {
    this.intake = intake;
    this.writer = writer;
  }

  /** Tells what happens now. */
  void tell(Tenant tenant, DemoDue due) {
    heed(due, writer.submit(command(tenant, due), PATIENCE).join());
  }

  /** Tells what happened before, in one commit as of then. */
  void tell(Tenant tenant, List<DemoDue> past, Instant then) {
    List<CompletableFuture<Outcome>> told = new ArrayList<>();
    past.forEach(due -> told.add(writer.submitAsOf(then, command(tenant, due), PATIENCE)));
    for (int i = 0; i < past.size(); i++) {
      heed(past.get(i), told.get(i).join());
    }
  }

  /** People who play with the demo may have been faster. */
  private static void heed(DemoDue due, Outcome outcome) {
    switch (outcome) {
      case Outcome.Accepted _,
          Outcome.Posted _,
          Outcome.Reported _,
          Outcome.Unchanged _,
          Outcome.Repeat _,
          Outcome.Stale _ -> {}
      case Outcome.Conflict _, Outcome.Rejected _ ->
          LOG.debug("{} of the demo came to {}", due.orderNo(), outcome);
    }
  }

  private Command.OfOrder command(Tenant tenant, DemoDue due) {
    DemoLife.Decision decision = due.life().decision();
    if (due.revision() == DemoDue.DECISION && decision != null) {
      return new Command.Decide(
          tenant.id(), due.orderNo(), decision.what(), decision.reason(), decision.by(), due.at());
    }
    Command.Deliver asNow = intake.delivery(source(tenant), due.life().revision(due.revision()));
    return new Command.Deliver(
        asNow.tenant(), asNow.order(), asNow.digest(), asNow.text(), asNow.by(), due.at());
  }

  private static Actor source(Tenant tenant) {
    return new Actor(
        tenant.id(), -1, "demo-feed", "demo feed", Role.INTEGRATOR, new Scope.WholeTenant(), 0L);
  }
}
