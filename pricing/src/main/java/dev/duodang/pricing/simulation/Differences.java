package dev.duodang.pricing.simulation;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The differences in one relation and currency.
 *
 * @param sums by group; each grouping by itself adds up to the total in its amounts
 * @param largest the orders that change most, the largest first
 */
public record Differences(Map<Group, Sum> sums, List<LargeDifference> largest) {

  public Differences {
    sums = Map.copyOf(sums);
    largest = List.copyOf(largest);
    if (!sums.containsKey(new Group.Total())) {
      throw new IllegalArgumentException("differences without a total");
    }
  }

  public Sum total() {
    return Objects.requireNonNull(sums.get(new Group.Total()));
  }
}
