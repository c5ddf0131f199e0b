package dev.duodang.intake;

import dev.duodang.pricing.order.WorkOrder;
import java.util.List;

/** What one row of a source came to. */
public sealed interface Row {

  /** A revision of a work order. */
  record Order(WorkOrder order) implements Row {}

  /** Something that a person decided for a work order. */
  record Decided(Decision decision) implements Row {}

  /** A row that cannot be taken; every problem found, at least one. */
  record Refused(List<RowProblem> problems) implements Row {

    public Refused {
      problems = List.copyOf(problems);
    }
  }
}
