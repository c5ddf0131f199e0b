package dev.duodang.pricing.settlement;

import dev.duodang.pricing.order.FactsDigest;
import dev.duodang.pricing.order.Revision;
import dev.duodang.pricing.order.WorkOrder;
import dev.duodang.pricing.rating.Decisions;
import dev.duodang.pricing.rating.Rated;
import dev.duodang.pricing.rating.TallyKey;
import dev.duodang.pricing.region.RegionCode;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything that has to be kept of an order so that its next revision or decision can be settled.
 *
 * @param revision the one that counts, stated by the source or counted
 * @param chosenRegion the region that a person chose; null where the place tells it
 * @param state the least advanced of its relations' states
 * @param standing its posted lines that nothing has taken back
 * @param nextLine the number of its next line, from 1
 * @param counted the tallies of its visit that it has a part in
 * @param contributions what it has in the windows of its parties
 */
public record OrderState(
    WorkOrder order,
    Revision revision,
    FactsDigest digest,
    @Nullable RegionCode chosenRegion,
    Decisions decisions,
    Rated.State state,
    List<Posting> standing,
    int nextLine,
    Set<TallyKey> counted,
    List<Contribution> contributions) {

  public OrderState {
    standing = List.copyOf(standing);
    counted = Set.copyOf(counted);
    contributions = List.copyOf(contributions);
    if (nextLine < 1) {
      throw new IllegalArgumentException("lines are counted from 1, not from " + nextLine);
    }
  }

  /** What the next delivery is judged by. */
  public Head head() {
    return new Head(revision, order.updatedAt(), digest);
  }
}
