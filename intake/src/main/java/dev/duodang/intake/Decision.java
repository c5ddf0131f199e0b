package dev.duodang.intake;

import dev.duodang.pricing.book.CategoryId;
import dev.duodang.pricing.book.Relation;
import dev.duodang.pricing.book.TierId;
import dev.duodang.pricing.money.Exact;
import dev.duodang.pricing.order.OrderNo;
import dev.duodang.pricing.region.RegionCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a person decided for a work order.
 *
 * @param reason why, in the person's own words; may be empty unless it is about the choice of a
 *     tier
 * @param by who, by the source's name; may be empty
 */
public record Decision(OrderNo orderNo, What what, String reason, String by, @Nullable Instant at) {

  /** The decision itself. */
  public sealed interface What {

    /**
     * An amount for a tier that asks for one.
     *
     * @param item the item's place from 0, or -1 in a category that is per order
     * @param amount in major units
     */
    record Quote(Relation relation, CategoryId category, int item, Exact amount) implements What {}

    /** The region that the place lies in. */
    record Region(RegionCode region) implements What {}

    /** The settlement above the book's limit may pass. */
    record Release(Relation relation) implements What {}

    /**
     * A tier, whatever it asks.
     *
     * @param item the item's place from 0, or -1 in a category that is per order
     */
    record Force(Relation relation, CategoryId category, int item, TierId tier) implements What {}

    /**
     * The tier that wins by what the tiers ask, in place of the one that was chosen.
     *
     * @param item the item's place from 0, or -1 in a category that is per order
     */
    record Unforce(Relation relation, CategoryId category, int item) implements What {}
  }
}
