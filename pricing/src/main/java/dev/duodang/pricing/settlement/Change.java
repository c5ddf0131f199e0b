package dev.duodang.pricing.settlement;

import dev.duodang.pricing.order.WorkOrder;
import dev.duodang.pricing.rating.Tally;
import dev.duodang.pricing.rating.TallyKey;
import dev.duodang.pricing.rating.Window;
import dev.duodang.pricing.rating.WindowKey;
import dev.duodang.pricing.region.Resolution;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a delivery or decision changes.
 *
 * @param before the order as it was; null for a new one
 * @param state the order as it is now
 * @param place what its place came to
 * @param settlement what it comes to
 * @param postings the lines to post: reversals first, then new ones
 * @param tallies the tallies that are different now
 * @param windows by how much windows are different now
 */
public record Change(
    @Nullable WorkOrder before,
    OrderState state,
    Resolution place,
    Settlement settlement,
    List<Posting> postings,
    Map<TallyKey, Tally> tallies,
    Map<WindowKey, Window> windows) {

  public Change {
    postings = List.copyOf(postings);
    tallies = Map.copyOf(tallies);
    windows = Map.copyOf(windows);
  }

  /** The order that a line belongs to: one that takes back belongs to the order as it was. */
  public WorkOrder orderOf(Posting line) {
    return line.kind() == Posting.Kind.REVERSAL && before != null ? before : state.order();
  }
}
