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
import java.math.BigDecimal;
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

  private final boolean withTaxes;

  /**
   * @param withTaxes whether a book has taxes, so that sums show them
   */
  Summary(RegionTree tree, boolean withTaxes) {
    this.tree = tree;
    this.withTaxes = withTaxes;
    this.roots = roots(tree);
  }

  private record TierName(Relation relation, String label, Currency currency) {}

  private record RegionName(int region, Currency currency) {}

  /** A number of lines and what they and their taxes add up to, in minor units. */
  private static final class Sum {
    private long count;
    private long minor;
    private long taxMinor;

    void add(Posting posting) {
      count++;
      minor = Math.addExact(minor, posting.amount().minor());
      if (posting.tax() != null) {
        taxMinor = Math.addExact(taxMinor, posting.tax().tax().minor());
      }
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
      Currency currency = posting.amount().currency();
      tiers
          .computeIfAbsent(
              new TierName(posting.relation(), posting.label(), currency), _ -> new Sum())
          .add(posting);
      regions.computeIfAbsent(new RegionName(region, currency), _ -> new Sum()).add(posting);
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

  private static BigDecimal decimal(long minor, Currency currency) {
    return Exact.of(minor, currency.scale()).toBigDecimal();
  }

  private void print(PrintWriter out, String title, List<Row> rows) {
    if (rows.isEmpty()) {
      return;
    }
    rows.sort((a, b) -> Long.compare(b.sum.minor, a.sum.minor));
    out.println(title + ":");
    for (Row row : rows.subList(0, Math.min(SHOWN, rows.size()))) {
      out.printf(
          "  %,16.2f %s %,12d%s  %s%n",
          decimal(row.sum.minor, row.currency),
          row.currency,
          row.sum.count,
          withTaxes ? "  tax %,14.2f".formatted(decimal(row.sum.taxMinor, row.currency)) : "",
          row.name);
    }
    if (rows.size() > SHOWN) {
      out.println("  and " + (rows.size() - SHOWN) + " more");
    }
  }
}
