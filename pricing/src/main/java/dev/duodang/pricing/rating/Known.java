package dev.duodang.pricing.rating;

/**
 * What is known of other orders, and of the parties, before an order is rated.
 *
 * @param tallies what other orders of the same visit came to, without this order
 * @param windows what the orders of a period came to, without this order
 * @param sides whose windows they are
 */
public record Known(Tallies tallies, Windows windows, Sides sides) {

  /** Known visits; of periods and parties nothing. */
  public static Known of(Tallies tallies) {
    return new Known(tallies, Windows.NONE, Sides.UNKNOWN);
  }
}
