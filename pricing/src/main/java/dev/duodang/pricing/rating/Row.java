package dev.duodang.pricing.rating;

import dev.duodang.pricing.book.Tier;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * One tier at one depth of region and service, with a rank that no order changes.
 *
 * @param specificity for each dimension in the book's order: 0 for no condition, the depth of the
 *     named nodes in a tree, 1 for other values
 * @param asked everything that must hold, in the order of dimensions
 */
record Row(Tier tier, List<Integer> specificity, LocalDate validFrom, List<Asked> asked) {

  /** The winner first: higher priority, more specific, valid from later. */
  static final Comparator<Row> RANK =
      Comparator.<Row>comparingInt(row -> -row.tier.priority())
          .thenComparing(Row::specificity, (a, b) -> Arrays.compare(array(b), array(a)))
          .thenComparing(Row::validFrom, Comparator.reverseOrder());

  /**
   * As {@link #RANK}, with tiers that tie in the order of their ids, so that it is never chance.
   */
  static final Comparator<Row> ORDER = RANK.thenComparing(row -> row.tier.id().text());

  private static int[] array(List<Integer> numbers) {
    return numbers.stream().mapToInt(Integer::intValue).toArray();
  }

  Truth test(Subject subject) {
    boolean open = false;
    for (Asked one : asked) {
      Truth truth = one.test().of(subject);
      if (truth == Truth.FAILS) {
        return Truth.FAILS;
      }
      open |= truth == Truth.OPEN;
    }
    return open ? Truth.OPEN : Truth.HOLDS;
  }
}
