package dev.duodang.pricing.settlement;

import dev.duodang.pricing.book.Relation;
import dev.duodang.pricing.rating.Facts;
import dev.duodang.pricing.rating.Tallies;
import dev.duodang.pricing.rating.TierChange;
import dev.duodang.pricing.rating.Windows;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Settles by other books orders that were settled by the usual ones. Where a book differs from the
 * usual one in tiers alone, and the same tiers win in both, an order is not rated a second time.
 * Belongs to one thread, with both of its settlers.
 */
public final class Alternative {

  private final Settler usual;
  private final Settler other;
  private final boolean sameRelations;
  private final Map<Edition, Optional<TierChange>> changes = new IdentityHashMap<>();

  public Alternative(Settler usual, Settler other) {
    this.usual = usual;
    this.other = other;
    this.sameRelations = usual.shelf().relations().equals(other.shelf().relations());
  }

  /**
   * What an order that shares nothing with others comes to by the other books.
   *
   * @param settled what the usual settler has just made of the same facts
   * @return the same object where the other books come to the same
   */
  public Settlement settle(Facts facts, Settlement settled) {
    return comesToTheSame(facts) ? settled : other.settle(facts, Tallies.NONE, Windows.NONE);
  }

  private boolean comesToTheSame(Facts facts) {
    if (!sameRelations) {
      return false;
    }
    for (Relation relation : usual.shelf().relations()) {
      if (Parties.concerns(relation, facts.order()) && !comesToTheSame(relation, facts)) {
        return false;
      }
    }
    return true;
  }

  private boolean comesToTheSame(Relation relation, Facts facts) {
    Edition before = usual.edition(relation, facts);
    Edition after = other.edition(relation, facts);
    if (before == null || after == null || !before.id().equals(after.id())) {
      return false;
    }
    TierChange change = changes.computeIfAbsent(before, _ -> change(before, after)).orElse(null);
    return change != null && change.leaves(facts);
  }

  private Optional<TierChange> change(Edition before, Edition after) {
    return Optional.ofNullable(TierChange.between(usual.rater(before), other.rater(after)));
  }
}
