package dev.duodang.pricing.rating;

import dev.duodang.pricing.book.Relation;
import dev.duodang.pricing.order.WorkOrder;
import dev.duodang.pricing.region.Resolution;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An order with everything that is known about it when it is priced.
 *
 * @param region what its place came to
 * @param related the order that it follows, when that is known
 * @param decisions what people decided for it
 * @param asOf the time at which an order is priced whose facts are not final yet
 * @param objections what speaks against settling it in each relation beyond its book
 */
public record Facts(
    WorkOrder order,
    Resolution region,
    @Nullable WorkOrder related,
    Decisions decisions,
    Instant asOf,
    Map<Relation, List<Hold>> objections) {

  public Facts {
    objections = Map.copyOf(objections);
  }

  /** An order that nothing speaks against. */
  public Facts(
      WorkOrder order,
      Resolution region,
      @Nullable WorkOrder related,
      Decisions decisions,
      Instant asOf) {
    this(order, region, related, decisions, asOf, Map.of());
  }

  public static Facts of(WorkOrder order, Resolution region, Instant asOf) {
    return new Facts(order, region, null, Decisions.NONE, asOf);
  }

  public Facts with(Decisions taken) {
    return new Facts(order, region, related, taken, asOf, objections);
  }

  public Facts following(@Nullable WorkOrder other) {
    return new Facts(order, region, other, decisions, asOf, objections);
  }
}
