package dev.duodang.pricing.book;

import dev.duodang.pricing.money.Exact;
import org.jspecify.annotations.Nullable;

/**
 * Between what a modifier's own amount lies, by its size, whether it adds or takes off: a discount
 * of 10 % with at most 50.00 takes off 50.00 where ten percent would be more.
 *
 * @param least in major units, not negative; null for none
 * @param most in major units, not below {@code least}; null for none
 * @param per whether they hold for all that the modifier does to an order, or for each item
 */
public record Bounds(@Nullable Exact least, @Nullable Exact most, FeeCategory.Per per) {

  public Bounds {
    if (least == null && most == null) {
      throw new IllegalArgumentException("bounds need least, most or both");
    }
    checkSize(least);
    checkSize(most);
    if (least != null && most != null && least.compareTo(most) > 0) {
      throw new IllegalArgumentException("least " + least + " is above most " + most);
    }
  }

  private static void checkSize(@Nullable Exact bound) {
    if (bound != null && bound.signum() < 0) {
      throw new IllegalArgumentException("bound " + bound + " must not be negative");
    }
  }
}
