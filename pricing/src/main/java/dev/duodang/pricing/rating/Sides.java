package dev.duodang.pricing.rating;

import dev.duodang.pricing.book.PartyKind;
import dev.duodang.pricing.book.Relation;
import dev.duodang.pricing.order.PartyId;
import org.jspecify.annotations.Nullable;

/**
 * Who pays and who is paid in a relation. Headquarters are nobody in particular.
 *
 * @param payer null for headquarters, and where it is not known
 * @param payee null for headquarters, and where it is not known
 */
public record Sides(@Nullable PartyId payer, @Nullable PartyId payee) {

  public static final Sides UNKNOWN = new Sides(null, null);

  /** Whether it is known for whom a count of the relation goes on. */
  boolean areKnownIn(Relation relation) {
    return isKnown(relation.payer(), payer) && isKnown(relation.payee(), payee);
  }

  private static boolean isKnown(PartyKind kind, @Nullable PartyId id) {
    return id != null || kind == PartyKind.HEADQUARTERS;
  }
}
