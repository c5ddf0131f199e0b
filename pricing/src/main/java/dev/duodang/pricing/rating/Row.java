package dev.duodang.pricing.rating;

import dev.duodang.pricing.book.Tier;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * A ranked tier ready to be tested.
 *
 * @param asked everything that must hold, in the order of dimensions
 */
record Row(RankedTier ranked, List<Asked> asked) {

  /** By rank, with tiers that tie in the order of their ids, so that it is never chance. */
  static final Comparator<Row> ORDER =
      Comparator.comparing(Row::ranked, RankedTier.RANK)
          .thenComparing(row -> row.tier().id().text());

  Tier tier() {
    return ranked.tier();
  }

  List<Integer> specificity() {
    return ranked.specificity();
  }

  LocalDate validFrom() {
    return ranked.validFrom();
  }

  Truth test(Subject subject) {
    return Asked.all(asked, subject);
  }
}
