package dev.duodang.pricing.rating;

import dev.duodang.pricing.book.Conditions;
import dev.duodang.pricing.book.Tier;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * One tier at one depth of region and service, with a rank that no order changes. A tier that names
 * nodes of several depths is split into several of these.
 *
 * @param when the tier's conditions with the nodes of this depth only
 * @param specificity for each dimension in the book's order: 0 for no condition, the depth of the
 *     named nodes in a tree, 1 for other values
 * @param validFrom the first day of the tier, or of its book
 */
public record RankedTier(
    Tier tier, Conditions when, List<Integer> specificity, LocalDate validFrom) {

  /**
   * The winner first: higher priority, more specific, valid from later. Two tiers that are equal
   * here and admit the same order tie.
   */
  public static final Comparator<RankedTier> RANK =
      Comparator.<RankedTier>comparingInt(ranked -> -ranked.tier.priority())
          .thenComparing(RankedTier::specificity, (a, b) -> Arrays.compare(array(b), array(a)))
          .thenComparing(RankedTier::validFrom, Comparator.reverseOrder());

  public RankedTier {
    specificity = List.copyOf(specificity);
  }

  private static int[] array(List<Integer> numbers) {
    return numbers.stream().mapToInt(Integer::intValue).toArray();
  }
}
