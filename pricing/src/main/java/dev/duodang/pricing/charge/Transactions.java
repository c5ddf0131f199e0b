package dev.duodang.pricing.charge;

import dev.duodang.pricing.money.Exact;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A percentage of each of several transactions: the first ones may be free, by number, by amount,
 * or by both as long as neither is used up; the transaction in which a free amount ends is charged
 * on the rest. Source of the rules: Lago's percentage charge.
 *
 * @param each what one transaction costs
 * @param freeCount transactions that are free; null where the number does not matter
 * @param freeAmount the amount that is free over all; null where the amount does not matter
 */
public record Transactions(
    Percentage each, @Nullable Integer freeCount, @Nullable Exact freeAmount) {

  /** The exact amount for the transactions in their order. */
  public Exact amount(List<Exact> transactions) {
    Exact total = Exact.ZERO;
    Exact seen = Exact.ZERO;
    for (int i = 0; i < transactions.size(); i++) {
      Exact transaction = transactions.get(i);
      total = total.plus(each.amount(transaction.minus(freePart(transaction, i, seen))));
      seen = seen.plus(transaction);
    }
    return total;
  }

  private Exact freePart(Exact transaction, int index, Exact seen) {
    if ((freeCount == null && freeAmount == null) || (freeCount != null && index >= freeCount)) {
      return Exact.ZERO;
    }
    return freeAmount == null ? transaction : transaction.min(freeAmount.minus(seen).orZero());
  }
}
