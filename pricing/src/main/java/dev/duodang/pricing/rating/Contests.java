package dev.duodang.pricing.rating;

import dev.duodang.pricing.book.Modifier;

/** Hears which member of a group of modifiers applied in the place of which others. */
@FunctionalInterface
interface Contests {

  /** Nobody asks. */
  Contests NONE = (_, _) -> {};

  void lost(Modifier loser, Explanation.Outdone outdone);
}
