package dev.duodang.pricing.proof;

import dev.duodang.pricing.book.Tier;

/**
 * A ranked tier with the orders of the book that it admits.
 *
 * @param place among the contenders of its category, the winner first
 * @param rank the place of the first contender that it ties with
 * @param box the orders that meet all that the tier asks, as far as its expression allows
 */
record Contender(int place, int rank, Tier tier, Box box) {

  /** Whether the box is only where the tier may admit orders, since nobody can tell more. */
  boolean hangsOnExpression() {
    return tier.when().expression() != null;
  }

  boolean isOfSameTier(Contender other) {
    return tier.id().equals(other.tier.id());
  }
}
