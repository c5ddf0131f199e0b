package dev.duodang.pricing.charge;

import dev.duodang.pricing.money.Exact;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Each step's part of the quantity at its own price, plus the flat fee of every step entered. With
 * {@code unit} PERCENT the quantity is an amount and each price a percentage of its part.
 *
 * @param chargeZero whether a quantity of 0 enters the first step, so that its flat fee is due, as
 *     Stripe, Lago and OpenMeter do
 */
public record Graduated(Steps steps, Unit unit, boolean chargeZero) implements Rate {

  /** What a step's price means. */
  public enum Unit {
    PRICE,
    PERCENT
  }

  /** One step's share of a quantity. */
  private record Part(Step step, Exact quantity) {}

  @Override
  public Exact amount(Exact quantity) {
    Exact total = Exact.ZERO;
    if (quantity.signum() == 0 && !chargeZero) {
      return total;
    }
    Exact from = Exact.ZERO;
    Exact priced = steps.priced(quantity);
    for (Step step : steps.steps()) {
      boolean ends = steps.endsAtOrAfter(step, priced) || step.equals(steps.last());
      Exact end = ends || step.upTo() == null ? priced : step.upTo();
      total = total.plus(step.amount(end.minus(from), unit));
      if (ends) {
        return total;
      }
      from = end;
    }
    return total;
  }

  /** The amount when every step's usage and flat fee is a line of its own, each rounded. */
  Exact amountOfRoundedLines(Exact quantity, int scale, RoundingMode mode) {
    return parts(quantity).stream()
        .map(part -> part.step.roundedParts(part.quantity, unit, scale, mode))
        .reduce(Exact.ZERO, Exact::plus);
  }

  @Override
  public String formula(Exact quantity) {
    String suffix = unit == Unit.PERCENT ? "%" : "";
    List<String> texts =
        parts(quantity).stream().map(part -> part.step.formula(part.quantity, suffix)).toList();
    return texts.isEmpty() ? "0" : String.join(" + ", texts);
  }

  @Override
  public boolean covers(Exact quantity) {
    return steps.covers(quantity);
  }

  private List<Part> parts(Exact quantity) {
    List<Part> parts = new ArrayList<>();
    if (quantity.signum() == 0 && !chargeZero) {
      return parts;
    }
    Exact from = Exact.ZERO;
    Exact priced = steps.priced(quantity);
    for (Step step : steps.steps()) {
      boolean ends = steps.endsAtOrAfter(step, priced) || step.equals(steps.last());
      Exact end = ends || step.upTo() == null ? priced : step.upTo();
      parts.add(new Part(step, end.minus(from)));
      if (ends) {
        break;
      }
      from = end;
    }
    return parts;
  }
}
