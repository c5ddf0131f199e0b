package dev.duodang.cli.settle;

import dev.duodang.pricing.book.Relation;
import dev.duodang.pricing.money.Currency;
import dev.duodang.pricing.money.Exact;
import dev.duodang.pricing.rating.Hold;
import dev.duodang.pricing.rating.Rated;
import dev.duodang.pricing.region.Region;
import dev.duodang.pricing.region.RegionTree;
import dev.duodang.pricing.region.Resolution;
import dev.duodang.pricing.settlement.Change;
import dev.duodang.pricing.settlement.Posting;
import dev.duodang.pricing.settlement.RelationSettlement;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts what a file came to, by tier and by region. */
final class Summary {

  private static final int SHOWN = 20;

  private final RegionTree tree;

  /** For each region, by its place in the tree, the place of its root. */
  private final int[] roots;

  private final Map<TierName, Sum> tiers = new HashMap<>();
  private final Map<RegionName, Sum> regions = new HashMap<>();
  private final Map<Hold.Reason, Long> holds = new EnumMap<>(Hold.Reason.class);
  private final Map<Rated.State, Long> states = new EnumMap<>(Rated.State.class);
  private long changed;
  private long repeated;
  private long stale;
  private long rejected;
  private long lines;
  private @Nullable RebateRows rebates;

  Summary(RegionTree tree) {
    this.tree = tree;
    this.roots = roots(tree);
  }

  private record TierName(Relation relation, String label, Currency currency) {}

  private record RegionName(int region, Currency currency) {}

  /** A number of lines and what they add up to, in minor units. */
  private static final class Sum {
    private long count;
    private long minor;

    void add(long amount) {
      count++;
      minor = Math.addExact(minor, amount);
    }
  }

  void count(Taking.Outcome outcome) {
    switch (outcome) {
      case Taking.Outcome.Changed(Change change) -> add(change);
      case Taking.Outcome.Repeated _ -> repeated++;
      case Taking.Outcome.Stale _ -> stale++;
      case Taking.Outcome.Rejected _ -> rejected++;
    }
  }

  private void add(Change change) {
    changed++;
    states.merge(change.settlement().state(), 1L, Long::sum);
    int region = root(change.place());
    for (Posting posting : change.postings()) {
      lines++;
      long minor = posting.amount().minor();
      Currency currency = posting.amount().currency();
      tiers
          .computeIfAbsent(
              new TierName(posting.relation(), posting.label(), currency), _ -> new Sum())
          .add(minor);
      regions.computeIfAbsent(new RegionName(region, currency), _ -> new Sum()).add(minor);
    }
    for (RelationSettlement relation : change.settlement().relations()) {
      for (Hold hold : relation.rated().holds()) {
        holds.merge(hold.reason(), 1L, Long::sum);
      }
    }
  }

  /** The place in the tree of the province, or root, that a region lies under; -1 for none. */
  private int root(Resolution place) {
    @Nullable Region region =
        switch (place) {
          case Resolution.Resolved resolved -> resolved.region();
          case Resolution.Ambiguous ambiguous -> ambiguous.ancestor();
          case Resolution.Unknown _ -> null;
        };
    return region == null ? -1 : roots[tree.index(region.code())];
  }

  private static int[] roots(RegionTree tree) {
    int[] roots = new int[tree.size()];
    for (int i = 0; i < roots.length; i++) {
      roots[i] = tree.at(i).depth() == 1 ? i : roots[i - 1];
    }
    return roots;
  }

  /** What rebates have accrued, to be shown with the rest. */
  void accrued(RebateRows accrued) {
    rebates = accrued;
  }

  long rejected() {
    return rejected;
  }

  void print(PrintWriter out) {
    out.printf(
        "%,d settled or changed, %,d repeated, %,d stale, %,d rejected; %,d lines%n",
        changed, repeated, stale, rejected, lines);
    states.forEach((state, count) -> out.printf("  %-14s %,12d%n", state, count));
    holds.forEach((reason, count) -> out.printf("  held %-14s %,7d%n", reason, count));
    print(out, "by tier", tierRows());
    print(out, "by region", regionRows());
    if (rebates != null) {
      rebates.print(out, SHOWN);
    }
  }

  private record Row(String name, Currency currency, Sum sum) {}

  private List<Row> tierRows() {
    List<Row> rows = new ArrayList<>();
    tiers.forEach(
        (name, sum) -> rows.add(new Row(name.relation + "  " + name.label, name.currency, sum)));
    return rows;
  }

  private List<Row> regionRows() {
    List<Row> rows = new ArrayList<>();
    regions.forEach(
        (name, sum) -> {
          String region = name.region < 0 ? "—" : tree.at(name.region).name();
          rows.add(new Row(region, name.currency, sum));
        });
    return rows;
  }

  private static void print(PrintWriter out, String title, List<Row> rows) {
    if (rows.isEmpty()) {
      return;
    }
    rows.sort((a, b) -> Long.compare(b.sum.minor, a.sum.minor));
    out.println(title + ":");
    for (Row row : rows.subList(0, Math.min(SHOWN, rows.size()))) {
      Exact amount = Exact.of(row.sum.minor, row.currency.scale());
      out.printf(
          "  %,16.2f %s %,12d  %s%n", amount.toBigDecimal(), row.currency, row.sum.count, row.name);
    }
    if (rows.size() > SHOWN) {
      out.println("  and " + (rows.size() - SHOWN) + " more");
    }
  }
}
