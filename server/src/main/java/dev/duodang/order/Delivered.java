package dev.duodang.order;

import dev.duodang.pricing.order.WorkOrder;
import dev.duodang.problem.Problem;
import dev.duodang.problem.ProblemCode;
import dev.duodang.settlement.Command;
import dev.duodang.settlement.FactsText;
import dev.duodang.settlement.Ledger;
import dev.duodang.settlement.OrderLedger;
import dev.duodang.settlement.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a sender is told about the order he delivered. */
@Component
public final class Delivered {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Set<String> NO_FACTS = Set.of("revision", "updatedAt");

  private final Ledger ledger;

  Delivered(Ledger ledger) {
    this.ledger = ledger;
  }

  /**
   * ACCEPTED, REPEAT or STALE.
   *
   * @throws dev.duodang.problem.ProblemException when it was rejected, or conflicts
   */
  public String word(Command.OfOrder command, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Accepted _ -> "ACCEPTED";
      case Outcome.Repeat _ -> "REPEAT";
      case Outcome.Stale _ -> "STALE";
      case Outcome.Posted _, Outcome.Reported _, Outcome.Unchanged _ -> throw noDelivery(outcome);
      case Outcome.Conflict conflict -> throw conflict(command, conflict).toException();
      case Outcome.Rejected rejected -> throw rejected.problem().toException();
    };
  }

  /** The revision that counts afterwards. */
  public long revision(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Accepted accepted -> accepted.change().revision().number();
      case Outcome.Repeat repeat -> repeat.revision().number();
      case Outcome.Stale stale -> stale.counting().number();
      case Outcome.Conflict conflict -> conflict.revision().number();
      case Outcome.Posted _, Outcome.Reported _, Outcome.Unchanged _ -> throw noDelivery(outcome);
      case Outcome.Rejected _ -> 0;
    };
  }

  private static IllegalArgumentException noDelivery(Outcome outcome) {
    return new IllegalArgumentException(outcome + " does not come of a delivery");
  }

  private Problem conflict(Command.OfOrder command, Outcome.Conflict conflict) {
    List<Problem.Failure> differing = new ArrayList<>();
    if (command instanceof Command.Deliver delivery) {
      ledger
          .order(command.tenant(), command.orderNo())
          .map(OrderLedger::order)
          .ifPresent(
              known -> differing.addAll(differing(known.stated(), delivery.order().stated())));
    }
    String fields =
        differing.isEmpty()
            ? "facts that master records do not show"
            : String.join(", ", differing.stream().map(Problem.Failure::field).toList());
    return Problem.of(ProblemCode.ORDER_CONFLICT, conflict.revision(), command.orderNo(), fields)
        .errors(differing);
  }

  private static List<Problem.Failure> differing(WorkOrder known, WorkOrder stated) {
    JsonNode before = JSON.readTree(FactsText.write(known));
    JsonNode after = JSON.readTree(FactsText.write(stated));
    Set<String> names = new TreeSet<>(before.propertyNames());
    names.addAll(after.propertyNames());
    return names.stream()
        .filter(name -> !NO_FACTS.contains(name))
        .filter(name -> !before.path(name).equals(after.path(name)))
        .map(
            name ->
                new Problem.Failure(
                    name, after.path(name).toString(), "here it is " + before.path(name)))
        .toList();
  }
}
