package dev.duodang.pricing.rating;

/** The tallies known before an order is rated. */
@FunctionalInterface
public interface Tallies {

  /** No order of any visit was seen before. */
  Tallies NONE = _ -> Tally.EMPTY;

  /** The tally under a key; {@link Tally#EMPTY} when nothing was counted there. */
  Tally get(TallyKey key);
}
