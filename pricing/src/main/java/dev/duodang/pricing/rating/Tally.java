package dev.duodang.pricing.rating;

import dev.duodang.pricing.book.CountScope.Counting;
import dev.duodang.pricing.money.Exact;
import dev.duodang.pricing.order.OrderNo;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the orders of a visit have together under one tier or limit, and what they were given for
 * it. It always holds that {@code givenMinor} is the rounded price of all its contributions.
 *
 * @param contributions in the order in which they came
 * @param givenMinor minor units given so far
 */
public record Tally(List<Contribution> contributions, long givenMinor) {

  public static final Tally EMPTY = new Tally(List.of(), 0);

  /** One item's quantity, or its amount where only the highest is due. */
  public record Contribution(OrderNo order, Exact value) {}

  public Tally {
    contributions = List.copyOf(contributions);
  }

  Tally plus(Contribution contribution) {
    return new Tally(
        Stream.concat(contributions.stream(), Stream.of(contribution)).toList(), givenMinor);
  }

  Tally given(long minor) {
    return new Tally(contributions, minor);
  }

  /** This tally without what an order brought; what was given stays until it is corrected. */
  Tally without(OrderNo order) {
    return new Tally(
        contributions.stream().filter(one -> !one.order.equals(order)).toList(), givenMinor);
  }

  /** The sum of the contributions, or the highest of them; zero when there are none. */
  Exact together(Counting counting) {
    Exact result = Exact.ZERO;
    for (Contribution one : contributions) {
      result =
          switch (counting) {
            case SUM -> result.plus(one.value);
            case HIGHEST -> result.max(one.value);
          };
    }
    return result;
  }
}
