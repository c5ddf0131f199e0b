package dev.duodang.pricing.settlement;

import dev.duodang.pricing.book.Relation;
import dev.duodang.pricing.rating.Facts;
import dev.duodang.pricing.rating.TierChange;
import java.util.IdentityHashMap;
import java.util.Optional;

/**
 * Tells of orders settled by the usual books whether other books come to the same, so that they
 * need not be settled a second time: where a book differs from the usual one in tiers alone, and
 * the same tiers win in both. Belongs to one thread, with both of its settlers.
 */
public final class Alternative {

  private final Settler usual;
  private final Settler other;
  private final boolean sameRelations;
  private final IdentityHashMap<Edition, Optional<TierChange>> changes = new IdentityHashMap<>();

  public Alternative(Settler usual, Settler other) {
    this.usual = usual;
    this.other = other;
    this.sameRelations = usual.shelf().relations().equals(other.shelf().relations());
  }

  /**
   * Whether an order that shares nothing with others comes to the same by the other books. It is
   * false where that is not certain, too.
   *
   * @param facts of the order that the usual settler has just settled
   */
  public boolean comesToTheSame(Facts facts) {
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
