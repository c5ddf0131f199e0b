package dev.duodang.pricing.settlement;

import dev.duodang.pricing.book.Relation;
import dev.duodang.pricing.order.WorkOrder;
import dev.duodang.pricing.rating.Hold;
import dev.duodang.pricing.region.Resolution;
import java.time.Instant;
import java.util.List;

/**
 * What speaks against settling an order that no price book knows of: a master record that says
 * otherwise than the order, a contract that is missing.
 */
@FunctionalInterface
public interface Objections {

  /** For those who keep no master records. */
  Objections NONE = (relation, order, place, at) -> List.of();

  /**
   * The holds of an order in a relation; none when nothing speaks against it.
   *
   * @param place what the order's place came to
   * @param at the order's pricing time
   */
  List<Hold> against(Relation relation, WorkOrder order, Resolution place, Instant at);
}
