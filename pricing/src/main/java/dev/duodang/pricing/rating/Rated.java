package dev.duodang.pricing.rating;

import dev.duodang.pricing.money.Currency;
import dev.duodang.pricing.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one order comes to in one relation.
 *
 * @param pricingTime null when the fact that it comes from is missing
 * @param lines in the order of the book's categories, then its modifiers; estimates while on hold
 * @param holds at least one when on hold, else none
 * @param promise what the winning tier promises, and what came of it; null for nothing
 * @param tallies the tallies that this order changed, as they are with it; none while its lines are
 *     only estimates, since nobody was given anything
 * @param shares what this order counts over periods; none while its lines are only estimates
 */
public record Rated(
    State state,
    @Nullable Instant pricingTime,
    Currency currency,
    List<Line> lines,
    List<Hold> holds,
    @Nullable Promised promise,
    Map<TallyKey, Tally> tallies,
    List<Share> shares) {

  /** How far an order is settled in a relation. */
  public enum State {
    /** The relation does not concern the order. */
    NOT_APPLICABLE,
    /** Its facts are not final. */
    ESTIMATED,
    ON_HOLD,
    SETTLED,
    /** Cancelled, and nothing is due. */
    VOIDED
  }

  public Rated {
    lines = List.copyOf(lines);
    holds = List.copyOf(holds);
    tallies = Map.copyOf(tallies);
    shares = List.copyOf(shares);
    if ((state == State.ON_HOLD) == holds.isEmpty()) {
      throw new IllegalArgumentException("a settlement is on hold for at least one reason");
    }
  }

  /** The sum of the taxes of the lines; null where none bears any. */
  public @Nullable Money tax() {
    @Nullable Money sum = null;
    for (Line line : lines) {
      if (line.tax() != null) {
        sum = sum == null ? line.tax().tax() : sum.plus(line.tax().tax());
      }
    }
    return sum;
  }

  /** The sum of the lines. */
  public Money total() {
    long minor = 0;
    for (Line line : lines) {
      minor = Math.addExact(minor, line.amount().minor());
    }
    return new Money(minor, currency);
  }
}
