package dev.duodang.board;

import dev.duodang.pricing.book.PartyKind;
import dev.duodang.pricing.settlement.Posting;
import dev.duodang.settlement.Change;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How many orders each tier has more, or fewer, after a change. An order counts once under every
 * tier that has a line of it in a relation that headquarters pays: the work's, the call-out's, the
 * parts'.
 */
final class TierOrders {

  private TierOrders() {}

  /** A tier in a region. */
  record Key(String region, String tier) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int byRegion = region.compareTo(other.region);
      return byRegion != 0 ? byRegion : tier.compareTo(other.tier);
    }
  }

  static Map<Key, Integer> of(Change change) {
    Map<String, Integer> added = new HashMap<>();
    for (Posting line : change.postings()) {
      if (isTier(line)) {
        added.merge(line.label(), line.reverses() == null ? 1 : -1, Integer::sum);
      }
    }
    Map<String, Integer> standing = new HashMap<>();
    change.standing().stream()
        .filter(TierOrders::isTier)
        .forEach(line -> standing.merge(line.label(), 1, Integer::sum));
    Change.Earlier before = change.before();
    String earlier = before == null ? "" : text(before.regionCode());
    Map<String, Integer> labels = new TreeMap<>(added);
    labels.putAll(standing);
    Map<Key, Integer> counts = new TreeMap<>();
    for (String label : labels.keySet()) {
      int now = standing.getOrDefault(label, 0);
      if (now > added.getOrDefault(label, 0)) {
        counts.merge(new Key(earlier, label), -1, Integer::sum);
      }
      if (now > 0) {
        counts.merge(new Key(text(change.regionCode()), label), 1, Integer::sum);
      }
    }
    return counts;
  }

  /** Whether it is a tier's own line that headquarters pays, or takes one back. */
  static boolean isTier(Posting line) {
    return line.tier() != null
        && line.modifier() == null
        && line.relation().payer() == PartyKind.HEADQUARTERS;
  }

  private static String text(@Nullable String region) {
    return region == null ? "" : region;
  }
}
