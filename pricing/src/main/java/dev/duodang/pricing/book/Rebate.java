package dev.duodang.pricing.book;

import dev.duodang.pricing.money.Exact;
import dev.duodang.pricing.order.MeasureName;
import java.util.List;

/**
 * What a counterparty gets back over a period, by how much of its work was settled: up to 100
 * orders a month nothing, up to 500 orders 3 % of their labour, above 5 %.
 *
 * @param name as people read it, such as 月度量返
 * @param on the categories whose lines count; at least one
 * @param when which of these lines count
 * @param measure what the steps are in
 * @param stepping whether all goes by the step reached, or each part by the step it lies in
 * @param base what of the lines a percentage is of
 * @param steps in rising order of their ends, the last one open
 */
public record Rebate(
    RebateId id,
    String name,
    List<CategoryId> on,
    Conditions when,
    Period period,
    Measured measure,
    Stepping stepping,
    Base base,
    List<RebateStep> steps) {

  /** What a rebate goes by. */
  public sealed interface Measured {}

  /** What orders carry. */
  public enum Counted implements Measured {
    /** Orders with a line in the categories. */
    ORDERS,
    /** The quantity of their items with such a line. */
    QUANTITY,
    /** What these lines come to, in major units. */
    AMOUNT
  }

  /**
   * What no order carries, reported of each counterparty and period: a score of satisfaction, how
   * far a signed target is reached.
   *
   * @param label as people read it, such as 满意度
   * @param unit as people read it, such as 分; empty for none
   */
  public record Outside(MeasureName name, String label, String unit) implements Measured {}

  /** How steps apply. */
  public enum Stepping {
    /** All by the step reached. */
    VOLUME,
    /** Each part by the step it lies in. */
    GRADUATED
  }

  /** What a percentage is of. */
  public enum Base {
    /** The lines with their modifiers and limits. */
    TOTAL,
    /** The charges alone. */
    CHARGES
  }

  public Rebate {
    on = List.copyOf(on);
    steps = List.copyOf(steps);
    if (on.isEmpty()) {
      throw new IllegalArgumentException("rebate " + id + " names no category");
    }
    if (steps.isEmpty() || steps.getLast().upTo() != null) {
      throw new IllegalArgumentException("rebate " + id + " needs an open last step");
    }
    Exact previous = Exact.ZERO;
    for (RebateStep step : steps.subList(0, steps.size() - 1)) {
      if (step.upTo() == null || step.upTo().compareTo(previous) <= 0) {
        throw new IllegalArgumentException(
            "rebate " + id + ": upTo " + step.upTo() + " must be greater than " + previous);
      }
      previous = step.upTo();
    }
    if (measure instanceof Outside
        && stepping == Stepping.GRADUATED
        && steps.stream().anyMatch(step -> step.percent().signum() > 0)) {
      throw new IllegalArgumentException(
          "rebate "
              + id
              + ": no part of an amount lies in a step of an outside measure; percent is for"
              + " volume, and graduated takes price and flat");
    }
  }
}
