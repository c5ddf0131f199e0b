package dev.duodang.pricing.rating;

import dev.duodang.pricing.charge.Percentage;
import dev.duodang.pricing.charge.Tariff;
import dev.duodang.pricing.money.Exact;
import dev.duodang.pricing.money.Money;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How a line came to its amount, as data that can be written with its numbers at any time. */
public sealed interface Computation {

  /** The computation with its numbers, without the result: {@code 30.00 + 9.4 × 2.50}. */
  String text();

  /** Whether a person entered the amount, so that it is final. */
  default boolean isQuoted() {
    return false;
  }

  /** A tariff on a measured quantity. */
  record OfTariff(Tariff tariff, Exact measured) implements Computation {
    @Override
    public String text() {
      return tariff.formula(measured);
    }
  }

  /**
   * A share of another relation's lines that the payee may not see: the percentage without what it
   * is of, and nothing but the amount where even the formula would tell it.
   */
  record OfHiddenBase(Tariff tariff, Money amount) implements Computation {
    @Override
    public String text() {
      return tariff.rate() instanceof Percentage percentage
              && tariff.equals(Tariff.of(Percentage.of(percentage.percent())))
          ? "… × " + percentage.percent().toShortString() + "%"
          : amount.toString();
    }
  }

  /**
   * A computation whose base was exchanged: {@code 355.000 × 60% [50.00 USD × 7.1]}.
   *
   * @param base in the other currency
   * @param rate what one unit of it is worth
   */
  record OfExchange(Computation of, Money base, Exact rate) implements Computation {
    @Override
    public String text() {
      return of.text() + " [" + base + " " + base.currency() + " × " + rate.toShortString() + "]";
    }
  }

  /** Several tariffs added up, within limits. */
  record OfSum(List<Computation> parts, @Nullable Exact minimum, @Nullable Exact maximum)
      implements Computation {

    public OfSum {
      parts = List.copyOf(parts);
    }

    @Override
    public String text() {
      String sum = parts.stream().map(Computation::text).collect(Collectors.joining(" + "));
      String raised = minimum == null ? sum : "max(" + sum + ", " + minimum + ")";
      return maximum == null ? raised : "min(" + raised + ", " + maximum + ")";
    }
  }

  /**
   * The rest of a count that earlier items or orders share: what all come to, less what they got.
   */
  record OfCount(String total, Money given) implements Computation {
    @Override
    public String text() {
      return less(total, given);
    }
  }

  /** A total less what was given of it before; what was taken before is added. */
  private static String less(String total, Money given) {
    if (given.minor() == 0) {
      return total;
    }
    return given.minor() > 0 ? total + " − " + given : total + " + " + given.negate();
  }

  /** An amount that a person entered. */
  record OfQuote(Exact amount) implements Computation {
    @Override
    public String text() {
      return amount.toString();
    }

    @Override
    public boolean isQuoted() {
      return true;
    }
  }

  /** A price of a list times a quantity. */
  record OfListPrice(Exact quantity, Exact price, String unit) implements Computation {
    @Override
    public String text() {
      return quantity.toShortString() + (unit.isEmpty() ? "" : " " + unit) + " × " + price;
    }
  }

  /** A percentage of a line. */
  record OfPercent(Exact base, Exact percent) implements Computation {
    @Override
    public String text() {
      return base + " × " + percent.toShortString() + "%";
    }
  }

  /** A fixed amount of a modifier. */
  record OfAmount(Exact amount) implements Computation {
    @Override
    public String text() {
      return amount.toString();
    }
  }

  /** A fixed amount of a modifier, several times. */
  record OfTimes(int count, Exact amount) implements Computation {
    @Override
    public String text() {
      return count + " × " + amount;
    }
  }

  /**
   * A share of an amount that left its bounds.
   *
   * @param whole the amount without bounds
   * @param limit the bound that it came to, with the sign of the amount
   * @param above whether the amount was larger than allowed, else it was smaller
   * @param part the base of this line
   * @param of the base of all lines that share the amount
   */
  record OfBounded(Computation whole, Exact limit, boolean above, Exact part, Exact of)
      implements Computation {
    @Override
    public String text() {
      String name = above == limit.signum() >= 0 ? "min" : "max";
      String bounded = name + "(" + whole.text() + ", " + limit + ")";
      return part.equals(of) ? bounded : bounded + " × " + part + "/" + of;
    }
  }

  /**
   * What is missing to a minimum, or above a maximum, less what earlier orders of the visit got.
   *
   * @param due what is missing or above in all; 0 where the sum is within the limit
   */
  record OfLimit(Exact limit, Exact sum, Exact due, Money given) implements Computation {
    @Override
    public String text() {
      return less(due.signum() == 0 ? "0" : limit + " − " + sum, given);
    }
  }
}
