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
 * @param measured what the steps are in; null while an outside measure is not reported
 * @param accrued what is due so far
 * @param step the step that the measure lies in; null while it is not reported
 * @param next the step after it; null on the last
 */
public record Accrual(
    Rebate rebate,
    Window window,
    @Nullable Exact measured,
    Money accrued,
    @Nullable RebateStep step,
    @Nullable Next next) {

  /**
   * The step after the one reached.
   *
   * @param missing how much more of the measure enters it: 13 orders from 488 where a step ends
   *     with 500; whole units of a quantity, minor units of an amount, and of an outside measure
   *     the last decimal that it or the step has
   * @param more what entering it brings at the average of today: 501 orders at 100.00 and 5 % are
   *     2,505.00, by 1,041.00 more than at 488; of the amount of today where the measure is outside
   *     of orders; null where there is no average or amount yet
   */
  public record Next(RebateStep step, Exact missing, @Nullable Money more) {}

  /**
   * What a window comes to by a rebate. Nothing is due while an outside measure is not reported,
   * nor by one where no order counts.
   *
   * @param outside what is reported of the rebate's outside measure; null for nothing, and where
   *     orders carry the measure
   * @param rounding that of the book
   */
  public static Accrual of(
      Rebate rebate,
      Window window,
      @Nullable Exact outside,
      Currency currency,
      RoundingMode rounding) {
    Exact amount = Exact.of(window.minor(), currency.scale());
    Exact measured = measured(rebate, window, amount, outside);
    if (measured == null) {
      return new Accrual(rebate, window, null, Money.zero(currency), null, null);
    }
    boolean isDue = window.count() > 0 || !isOutside(rebate);
    Money accrued =
        isDue
            ? Money.round(worth(rebate, measured, amount).orZero(), currency, rounding)
            : Money.zero(currency);
    int place = place(rebate.steps(), measured);
    return new Accrual(
        rebate,
        window,
        measured,
        accrued,
        rebate.steps().get(place),
        next(rebate, place, window, measured, amount, accrued, rounding));
  }

  private static boolean isOutside(Rebate rebate) {
    return rebate.measure() instanceof Rebate.Outside;
  }

  private static @Nullable Exact measured(
      Rebate rebate, Window window, Exact amount, @Nullable Exact outside) {
    return switch (rebate.measure()) {
      case Rebate.Counted.ORDERS -> Exact.of(window.count());
      case Rebate.Counted.QUANTITY -> window.quantity();
      case Rebate.Counted.AMOUNT -> amount;
      case Rebate.Outside _ -> outside;
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
      Window window,
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
    int decimals = decimals(rebate, end, measured, currency);
    Exact missing =
        end.minus(measured).round(decimals, RoundingMode.FLOOR).plus(Exact.of(1, decimals));
    Exact reached = measured.plus(missing);
    Exact projected =
        switch (rebate.measure()) {
          case Rebate.Counted.ORDERS, Rebate.Counted.QUANTITY ->
              measured.signum() > 0 ? portion(amount, reached, measured) : null;
          case Rebate.Counted.AMOUNT -> reached;
          case Rebate.Outside _ -> window.count() > 0 ? amount : null;
        };
    if (projected == null) {
      return new Next(next, missing, null);
    }
    Money then = Money.round(worth(rebate, reached, projected), currency, rounding);
    return new Next(next, missing, then.minus(accrued));
  }

  /** How fine the measure is. */
  private static int decimals(Rebate rebate, Exact end, Exact measured, Currency currency) {
    return switch (rebate.measure()) {
      case Rebate.Counted.ORDERS, Rebate.Counted.QUANTITY -> 0;
      case Rebate.Counted.AMOUNT -> currency.scale();
      case Rebate.Outside _ -> Math.max(decimals(end), decimals(measured));
    };
  }

  private static int decimals(Exact value) {
    return Math.max(0, value.toBigDecimal().stripTrailingZeros().scale());
  }
}
