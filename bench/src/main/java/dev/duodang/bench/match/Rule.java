package dev.duodang.bench.match;

import java.util.Comparator;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * One rule over six dimensions; a dimension that is null admits every order.
 *
 * @param number names the rule
 * @param region a province, or a prefecture inside of one
 * @param band a range of distances
 */
record Rule(
    int number,
    @Nullable String customerClass,
    @Nullable Area region,
    @Nullable String service,
    @Nullable String partnerType,
    @Nullable String urgency,
    @Nullable Band band) {

  /** A province or a prefecture, by their codes of six digits. */
  record Area(String province, @Nullable String prefecture) {

    String code() {
      return prefecture == null ? province : prefecture;
    }
  }

  /** Distances in metres: {@code from <= distance < below}. */
  record Band(int from, int below) {}

  /**
   * The rule that wins comes first: one with a band of distances, then as the documentation of
   * price books says it, dimension by dimension, a condition before none and the prefecture before
   * the province.
   */
  static final Comparator<Rule> RANK =
      by(rule -> rule.band == null ? 0 : 1)
          .thenComparing(named(Rule::customerClass))
          .thenComparing(by(Rule::regionDepth))
          .thenComparing(named(Rule::service))
          .thenComparing(named(Rule::partnerType))
          .thenComparing(named(Rule::urgency));

  private static Comparator<Rule> named(Function<Rule, @Nullable String> dimension) {
    return by(rule -> dimension.apply(rule) == null ? 0 : 1);
  }

  private static Comparator<Rule> by(ToIntFunction<Rule> degree) {
    return Comparator.comparingInt(degree).reversed();
  }

  private int regionDepth() {
    return region == null ? 0 : region.prefecture == null ? 1 : 2;
  }

  /** The same rule under another number, to tell whether two ask for the same. */
  Rule numbered(int other) {
    return new Rule(other, customerClass, region, service, partnerType, urgency, band);
  }

  boolean admits(Work work) {
    return admits(service, work.service())
        && admits(customerClass, work.customerClass())
        && admits(partnerType, work.partnerType())
        && admits(urgency, work.urgency())
        && (region == null || admits(region, work))
        && (band == null
            || (band.from <= work.distanceMetres() && work.distanceMetres() < band.below));
  }

  private static boolean admits(@Nullable String asked, String fact) {
    return asked == null || asked.equals(fact);
  }

  private static boolean admits(Area area, Work work) {
    return area.prefecture == null
        ? area.province.equals(work.province())
        : area.prefecture.equals(work.prefecture());
  }
}
