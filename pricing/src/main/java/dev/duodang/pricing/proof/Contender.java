package dev.duodang.pricing.proof;

import dev.duodang.pricing.book.Tier;

/**
 * A ranked tier with the orders of the book that it admits.
 *
 * @param place among the contenders of its category, the winner first
 * @param rank the place of the first contender that it ties with
 */
record Contender(int place, int rank, Tier tier, Box box) {

  boolean isOfSameTier(Contender other) {
    return tier.id().equals(other.tier.id());
  }
}
