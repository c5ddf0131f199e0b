package dev.duodang.order;

import dev.duodang.book.Books;
import dev.duodang.identity.Actor;
import dev.duodang.intake.JsonRows;
import dev.duodang.intake.Row;
import dev.duodang.intake.RowProblem;
import dev.duodang.pricing.order.WorkOrder;
import dev.duodang.problem.Problem;
import dev.duodang.problem.ProblemCode;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Reads facts that came without an order number, with the same reader as every order. */
@Component
class StatedFacts {

  private final Books books;

  StatedFacts(Books books) {
    this.books = books;
  }

  /** The order of these facts under a number; open unless they say otherwise. */
  WorkOrder order(Actor actor, ZoneId zone, ObjectNode facts, String orderNo) {
    ObjectNode whole = facts.deepCopy();
    whole.put("orderNo", orderNo);
    if (!whole.has("status")) {
      whole.put("status", "OPEN");
    }
    byte[] text = whole.toString().getBytes(StandardCharsets.UTF_8);
    return switch (JsonRows.in(zone).one(text, 0, text.length)) {
      case Row.Order order -> checked(actor, order.order());
      case Row.Refused refused -> throw OrderIntake.refused(refused.problems()).toException();
      case Row.Decided _ ->
          throw Problem.of(ProblemCode.ORDER_INVALID, "it is a decision, not an order")
              .toException();
    };
  }

  private WorkOrder checked(Actor actor, WorkOrder order) {
    List<RowProblem> mistakes =
        books.factCheck(actor.tenant()).problems(order).stream()
            .map(one -> new RowProblem(one.field(), one.value(), one.reason(), one.allowed()))
            .toList();
    if (!mistakes.isEmpty()) {
      throw OrderIntake.refused(mistakes).toException();
    }
    return order;
  }
}
