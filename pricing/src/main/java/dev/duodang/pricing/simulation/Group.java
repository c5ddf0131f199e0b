package dev.duodang.pricing.simulation;

import dev.duodang.pricing.book.ModifierId;
import dev.duodang.pricing.book.TierId;
import dev.duodang.pricing.order.PartyId;
import dev.duodang.pricing.order.ServicePath;
import dev.duodang.pricing.region.RegionCode;

/** One of the groups that differences are summed in, inside one relation and currency. */
public sealed interface Group {

  /** All orders. */
  record Total() implements Group {}

  /** The orders in a province or in a root of the tenant's own. */
  record InRegion(RegionCode root) implements Group {}

  /** The orders of a counterparty. */
  record OfCounterparty(PartyId party) implements Group {}

  /** The lines of a tier, those of its modifiers included. */
  record OfTier(TierId tier) implements Group {}

  /** The lines of a modifier that stand with no tier. */
  record OfModifier(ModifierId modifier) implements Group {}

  /** The lines of a service. */
  record OfService(ServicePath service) implements Group {}

  /** The lines of whole orders that have several services. */
  record SeveralServices() implements Group {}

  /** What belongs to none: no place is known, nobody is named, nothing is charged. */
  record None(Grouping by) implements Group {}

  /** Whether this is one of the groups of a grouping; the total is of none. */
  default boolean isOf(Grouping by) {
    return switch (this) {
      case Total _ -> false;
      case InRegion _ -> by == Grouping.REGION;
      case OfCounterparty _ -> by == Grouping.COUNTERPARTY;
      case OfTier _, OfModifier _ -> by == Grouping.TIER;
      case OfService _, SeveralServices _ -> by == Grouping.SERVICE;
      case None none -> none.by == by;
    };
  }
}
