package dev.duodang.cli.simulate;

import dev.duodang.pricing.book.Relation;
import dev.duodang.pricing.simulation.Differences;
import dev.duodang.pricing.simulation.Group;
import dev.duodang.pricing.simulation.Grouping;
import dev.duodang.pricing.simulation.Sum;
import java.util.Comparator;
import java.util.List;

/** The sums of one grouping as rows: those that differ most first, then those that come to most. */
final class SumRows {

  private static final Comparator<Row> MOST_FIRST =
      Comparator.<Row>comparingLong(row -> Math.absExact(row.sum.difference().minor()))
          .thenComparingLong(row -> row.sum.changed())
          .thenComparingLong(row -> row.sum.after().minor())
          .reversed()
          .thenComparing(row -> GroupNames.id(row.group))
          .thenComparing(Row::name);

  private SumRows() {}

  /** One group with its name. */
  record Row(Group group, String name, Sum sum) {}

  static List<Row> of(Differences differences, Relation relation, Grouping by, GroupNames names) {
    return differences.sums().entrySet().stream()
        .filter(entry -> entry.getKey().isOf(by))
        .map(
            entry ->
                new Row(entry.getKey(), names.name(relation, entry.getKey()), entry.getValue()))
        .sorted(MOST_FIRST)
        .toList();
  }
}
