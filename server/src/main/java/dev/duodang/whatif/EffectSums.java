package dev.duodang.whatif;

import dev.duodang.pricing.money.Currency;
import dev.duodang.pricing.money.Money;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Adds up what orders come to before and after, by region; in minor units. */
final class EffectSums {

  private final Map<String, Sum> byRegion = new TreeMap<>();

  private static final class Sum {
    private int orders;
    private long before;
    private long after;

    long difference() {
      return Math.subtractExact(after, before);
    }
  }

  void add(String region, long before, long after) {
    Sum sum = byRegion.computeIfAbsent(region, _ -> new Sum());
    sum.orders++;
    sum.before = Math.addExact(sum.before, before);
    sum.after = Math.addExact(sum.after, after);
  }

  /** The sums; the region that changes most comes first. */
  TierDraftController.Impact impact(
      int days, int examined, Currency currency, UnaryOperator<String> names) {
    Sum all = new Sum();
    for (Sum sum : byRegion.values()) {
      all.orders += sum.orders;
      all.before = Math.addExact(all.before, sum.before);
      all.after = Math.addExact(all.after, sum.after);
    }
    return new TierDraftController.Impact(
        days,
        examined,
        all.orders,
        text(all.before, currency),
        text(all.after, currency),
        text(all.difference(), currency),
        regions(currency, names));
  }

  private List<TierDraftController.RegionImpact> regions(
      Currency currency, UnaryOperator<String> names) {
    return byRegion.entrySet().stream()
        .sorted(Comparator.comparingLong(entry -> -Math.abs(entry.getValue().difference())))
        .map(
            entry ->
                new TierDraftController.RegionImpact(
                    entry.getKey(),
                    names.apply(entry.getKey()),
                    entry.getValue().orders,
                    text(entry.getValue().difference(), currency)))
        .toList();
  }

  private static String text(long minor, Currency currency) {
    return new Money(minor, currency).toString();
  }
}
