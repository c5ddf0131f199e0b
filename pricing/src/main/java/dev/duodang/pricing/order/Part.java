package dev.duodang.pricing.order;

import dev.duodang.pricing.money.Exact;
import org.jspecify.annotations.Nullable;

/**
 * A part used in an order.
 *
 * @param quantity how many, or how much in the unit of the price list; at least 0
 * @param statedAmount what the source says it cost, in major units; ignored unless a book asks for
 *     it
 */
public record Part(PartNo number, Exact quantity, @Nullable Exact statedAmount) {

  public Part {
    Quantities.checked("quantity of part " + number, quantity);
    Quantities.checkedOrAbsent("amount of part " + number, statedAmount);
  }
}
