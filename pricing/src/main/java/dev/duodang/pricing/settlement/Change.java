package dev.duodang.pricing.settlement;

import dev.duodang.pricing.rating.Tally;
import dev.duodang.pricing.rating.TallyKey;
import dev.duodang.pricing.rating.Window;
import dev.duodang.pricing.rating.WindowKey;
import dev.duodang.pricing.region.Resolution;
import java.util.List;
import java.util.Map;

/**
 * What a delivery or decision changes.
 *
 * @param state the order as it is now
 * @param place what its place came to
 * @param settlement what it comes to
 * @param postings the lines to post: reversals first, then new ones
 * @param tallies the tallies that are different now
 * @param windows by how much windows are different now
 */
public record Change(
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
}
