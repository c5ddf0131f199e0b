package dev.duodang.intake;

import dev.duodang.pricing.book.CategoryId;
import dev.duodang.pricing.book.Relation;
import dev.duodang.pricing.money.Exact;
import dev.duodang.pricing.order.OrderNo;
import dev.duodang.pricing.region.RegionCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a person decided for a held work order.
 *
 * @param reason why, in the person's own words; may be empty
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
  }
}
