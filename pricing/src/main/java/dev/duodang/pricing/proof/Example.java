package dev.duodang.pricing.proof;

import dev.duodang.pricing.order.WorkOrder;
import dev.duodang.pricing.rating.Facts;
import dev.duodang.pricing.region.Region;
import dev.duodang.pricing.region.Resolution;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order that shows a finding.
 *
 * @param region where the order is
 * @param related the order that it follows; null for none
 * @param asOf the time at which it is priced while its facts are not final
 */
public record Example(WorkOrder order, Region region, @Nullable WorkOrder related, Instant asOf) {

  /** The order as a rater takes it. */
  public Facts facts() {
    return Facts.of(order, new Resolution.Resolved(region), asOf).following(related);
  }
}
