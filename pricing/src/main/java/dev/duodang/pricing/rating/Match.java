package dev.duodang.pricing.rating;

import dev.duodang.pricing.book.Tier;

/** What a {@link Matcher} found for one item, or for an order, in one category. */
public sealed interface Match {

  /** This tier wins. */
  record Won(Tier tier) implements Match {}

  /** No tier admits it, or the book does not concern it. */
  record Nothing() implements Match {}

  /** Which tier wins hangs on a part of the region that is not known. */
  record RegionOpen() implements Match {}

  /** Which tier wins hangs on an expression that is neither true nor false of it. */
  record ExpressionOpen() implements Match {}
}
