package dev.duodang.pricing.rebate;

import dev.duodang.pricing.book.Rebate;
import dev.duodang.pricing.book.RebateStep;
import dev.duodang.pricing.money.Currency;
import dev.duodang.pricing.money.Exact;
import dev.duodang.pricing.money.Money;
import dev.duodang.pricing.rating.Window;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rebate as it stands: 488 orders with 48,800.00 of labour at 3 % have accrued 1,464.00.
 *
 * @param accrued what is due so far
 * @param step the step that the measure lies in
 * @param next the step after it; null on the last
 */
public record Accrual(
    Rebate rebate, Window window, Money accrued, RebateStep step, @Nullable Next next) {

  /**
   * The step after the one reached.
   *
   * @param missing how much more of the measure enters it: 13 orders from 488 where a step ends
   *     with 500; whole units of a quantity, and minor units of an amount
   * @param more what entering it brings at the average of today: 501 orders at 100.00 and 5 % are
   *     2,505.00, by 1,041.00 more than at 488; null where there is no average yet
   */
  public record Next(RebateStep step, Exact missing, @Nullable Money more) {}

  /**
   * What a window comes to by a rebate.
   *
   * @param rounding that of the book
   */
  public static Accrual of(Rebate rebate, Window window, Currency currency, RoundingMode rounding) {
    Exact amount = Exact.of(window.minor(), currency.scale());
    Exact measured = measured(rebate, window, amount);
    Money accrued = Money.round(worth(rebate, measured, amount).orZero(), currency, rounding);
    int place = place(rebate.steps(), measured);
    return new Accrual(
        rebate,
        window,
        accrued,
        rebate.steps().get(place),
        next(rebate, place, measured, amount, accrued, rounding));
  }

  private static Exact measured(Rebate rebate, Window window, Exact amount) {
    return switch (rebate.measure()) {
      case ORDERS -> Exact.of(window.count());
      case QUANTITY -> window.quantity();
      case AMOUNT -> amount;
    };
  }

  /** The place of the step that a measure lies in; a step's end belongs to it. */
  private static int place(List<RebateStep> steps, Exact measured) {
    int place = 0;
    while (endsBefore(steps.get(place), measured)) {
      place++;
    }
    return place;
  }

  private static boolean endsBefore(RebateStep step, Exact measured) {
    return step.upTo() != null && step.upTo().compareTo(measured) < 0;
  }

  private static Exact worth(Rebate rebate, Exact measured, Exact amount) {
    int place = place(rebate.steps(), measured);
    return switch (rebate.stepping()) {
      case VOLUME -> worth(rebate.steps().get(place), measured, amount);
      case GRADUATED -> {
        Exact sum = Exact.ZERO;
        Exact from = Exact.ZERO;
        for (RebateStep step : rebate.steps().subList(0, place + 1)) {
          Exact part = (step.upTo() == null ? measured : step.upTo().min(measured)).minus(from);
          sum = sum.plus(worth(step, part, portion(amount, part, measured)));
          from = from.plus(part);
        }
        yield sum;
      }
    };
  }

  private static Exact worth(RebateStep step, Exact measured, Exact amount) {
    return amount.percent(step.percent()).plus(step.price().times(measured)).plus(step.flat());
  }

  /** The amount of a part of what was measured, at the average of all. */
  private static Exact portion(Exact amount, Exact part, Exact measured) {
    return measured.signum() == 0 ? Exact.ZERO : amount.times(part).dividedBy(measured);
  }

  private static @Nullable Next next(
      Rebate rebate,
      int place,
      Exact measured,
      Exact amount,
      Money accrued,
      RoundingMode rounding) {
    Exact end = rebate.steps().get(place).upTo();
    if (end == null) {
      return null;
    }
    RebateStep next = rebate.steps().get(place + 1);
    Currency currency = accrued.currency();
    int decimals = rebate.measure() == Rebate.Measured.AMOUNT ? currency.scale() : 0;
    Exact missing =
        end.minus(measured).round(decimals, RoundingMode.FLOOR).plus(Exact.of(1, decimals));
    Exact reached = measured.plus(missing);
    boolean isAverageKnown = measured.signum() > 0 || rebate.measure() == Rebate.Measured.AMOUNT;
    if (!isAverageKnown) {
      return new Next(next, missing, null);
    }
    Exact projected =
        rebate.measure() == Rebate.Measured.AMOUNT ? reached : portion(amount, reached, measured);
    Money then = Money.round(worth(rebate, reached, projected), currency, rounding);
    return new Next(next, missing, then.minus(accrued));
  }
}
