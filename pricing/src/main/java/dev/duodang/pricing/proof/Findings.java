package dev.duodang.pricing.proof;

import java.util.List;
import java.util.Set;

/**
 * All that a proof found in one book.
 *
 * @param all what is shown, errors first
 * @param conflicts how many pairs of tiers may tie, shown or not
 * @param gaps how many areas are covered but not priced, shown or not
 */
public record Findings(List<Finding> all, Count conflicts, Count gaps) {

  /** So many findings of a kind are shown; of the others it is said how many they are. */
  public static final int SHOWN_MAX = 100;

  /**
   * How many there are.
   *
   * @param isExact false where there are at least so many
   */
  public record Count(long number, boolean isExact) {

    /** {@code 12} or {@code ≥ 1000}. */
    @Override
    public String toString() {
      return isExact ? String.valueOf(number) : "≥ " + number;
    }
  }

  public Findings {
    all = List.copyOf(all);
  }

  /** The findings that the book cannot be published with, once these gaps are accepted. */
  public List<Finding> refusing(Set<FindingId> accepted) {
    return all.stream()
        .filter(finding -> finding.severity() == Severity.ERROR)
        .filter(finding -> !(finding.isAcceptable() && accepted.contains(finding.id())))
        .toList();
  }
}
