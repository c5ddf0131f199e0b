package dev.duodang.pricing.book;

import dev.duodang.pricing.money.Currency;
import dev.duodang.pricing.money.Exact;
import dev.duodang.pricing.order.Times;
import dev.duodang.pricing.region.TenantRoot;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One version of the prices of one settlement relation.
 *
 * @param name as people read it
 * @param pricedAt the event at whose time an order is priced
 * @param finalAt the event that makes an order's facts final: COMPLETED or VERIFIED
 * @param validFrom first day in {@code zone}
 * @param validUntil day after the last; null for open
 * @param rounding the one rounding of each line
 * @param appliesWhen orders that settle over this relation at all
 * @param promiseCategory whose winning tier's promise is the order's
 * @param holdAbove a settlement above this amount in major units waits for a person; null for none
 * @param regions roots of other countries that the tenant adds to the tree
 * @param covers kinds of orders that the book declares to have a price for
 */
public record PriceBook(
    BookId id,
    String name,
    Relation relation,
    Currency currency,
    ZoneId zone,
    Times.Event pricedAt,
    Times.Event finalAt,
    LocalDate validFrom,
    @Nullable LocalDate validUntil,
    RoundingMode rounding,
    Conditions appliesWhen,
    @Nullable CategoryId promiseCategory,
    @Nullable Exact holdAbove,
    List<Dimension> specificity,
    List<TenantRoot> regions,
    List<RegionGroup> groups,
    List<AttributeDeclaration> attributes,
    List<MeasureDeclaration> measures,
    List<FeeCategory> categories,
    List<Tier> tiers,
    List<Modifier> modifiers,
    List<PriceList> priceLists,
    List<Conditions> covers) {

  public PriceBook {
    specificity = List.copyOf(specificity);
    regions = List.copyOf(regions);
    groups = List.copyOf(groups);
    attributes = List.copyOf(attributes);
    measures = List.copyOf(measures);
    categories = List.copyOf(categories);
    tiers = List.copyOf(tiers);
    modifiers = List.copyOf(modifiers);
    priceLists = List.copyOf(priceLists);
    covers = List.copyOf(covers);
  }

  /** The category of an id, or null when the book has none. */
  public @Nullable FeeCategory category(CategoryId id) {
    return categories.stream()
        .filter(category -> category.id().equals(id))
        .findFirst()
        .orElse(null);
  }

  /** The tier of an id, or null when the book has none. */
  public @Nullable Tier tier(TierId id) {
    return tiers.stream().filter(tier -> tier.id().equals(id)).findFirst().orElse(null);
  }

  /** The default order in which conditions are compared; attributes come last. */
  public static List<Dimension> defaultSpecificity() {
    return List.of(Dimension.Standard.values());
  }
}
