package dev.duodang.cli.simulate;

import dev.duodang.cli.settle.Replay;
import dev.duodang.intake.RowProblem;
import dev.duodang.intake.RowSource;
import dev.duodang.pricing.rating.Decisions;
import dev.duodang.pricing.rating.Facts;
import dev.duodang.pricing.rating.Tallies;
import dev.duodang.pricing.rating.Windows;
import dev.duodang.pricing.region.Region;
import dev.duodang.pricing.region.RegionCode;
import dev.duodang.pricing.region.RegionTree;
import dev.duodang.pricing.region.Resolution;
import dev.duodang.pricing.settlement.Alternative;
import dev.duodang.pricing.settlement.Settlement;
import dev.duodang.pricing.settlement.Settler;
import dev.duodang.pricing.simulation.Difference;
import dev.duodang.pricing.simulation.Outcome;
import dev.duodang.pricing.simulation.Simulation;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Rates held rows with both sets of books, cluster by cluster. Belongs to one thread. */
final class Comparing {

  private final HeldRows held;
  private final Clusters.Sorted clusters;
  private final Sides sides;
  private final Instant asOf;
  private final Settler before;
  private final Settler after;
  private final Alternative alternative;
  private final Replay replayBefore;
  private final Replay replayAfter;
  private final Simulation simulation;
  private final List<Replay.Rejected> rejected = new ArrayList<>();
  private long orders;
  private long repeated;
  private long stale;

  Comparing(
      HeldRows held, Clusters.Sorted clusters, Sides sides, Instant asOf, Simulation simulation) {
    this.held = held;
    this.clusters = clusters;
    this.sides = sides;
    this.asOf = asOf;
    this.before = new Settler(sides.before().shelf());
    this.after = new Settler(sides.after().shelf());
    this.alternative = new Alternative(before, after);
    this.replayBefore = new Replay(sides.before().changes(), asOf);
    this.replayAfter = new Replay(sides.after().changes(), asOf);
    this.simulation = simulation;
  }

  void compare(int cluster) throws IOException {
    int from = clusters.start(cluster);
    int until = clusters.end(cluster);
    int first = clusters.row(from);
    if (until - from == 1 && held.isOrder(first)) {
      alone(held.order(first));
    } else {
      together(from, until);
    }
  }

  /** An order that comes once and depends on no other. */
  private void alone(HeldRows.HeldOrder one) {
    orders++;
    HeldRows.Places places = one.places();
    Facts facts = facts(one, places.before());
    Settlement first = before.settle(facts, Tallies.NONE, Windows.NONE);
    boolean same = places.before().equals(places.after()) && alternative.comesToTheSame(facts);
    Outcome outcome = Outcome.of(first);
    simulation.add(
        new Difference(
            one.order(),
            root(places.before(), places.after()),
            outcome,
            same
                ? outcome
                : Outcome.of(
                    after.settle(facts(one, places.after()), Tallies.NONE, Windows.NONE))));
  }

  private Facts facts(HeldRows.HeldOrder one, Resolution place) {
    return new Facts(one.order(), place, null, Decisions.NONE, asOf);
  }

  /** Rows whose result depends on the order in which they came. */
  private void together(int from, int until) throws IOException {
    List<RowSource.Numbered> rows = new ArrayList<>(until - from);
    for (int at = from; at < until; at++) {
      rows.add(held.row(clusters.row(at)));
    }
    Replay.Result one = replayBefore.run(rows);
    Replay.Result other = replayAfter.run(rows);
    orders += one.orders().size();
    repeated += one.repeated();
    stale += one.stale();
    reject(one.rejected(), other.rejected());
    one.orders()
        .forEach((number, ended) -> add(ended, Objects.requireNonNull(other.orders().get(number))));
  }

  private void add(Replay.Ended one, Replay.Ended other) {
    simulation.add(
        new Difference(
            other.last().state().order(),
            root(one.last().place(), other.last().place()),
            outcome(one),
            outcome(other)));
  }

  private static Outcome outcome(Replay.Ended ended) {
    return Outcome.of(ended.last().settlement(), ended.last().state().standing(), ended.posted());
  }

  private void reject(List<Replay.Rejected> one, List<Replay.Rejected> other) {
    Map<Long, List<RowProblem>> others = new LinkedHashMap<>();
    other.forEach(row -> others.put(row.row(), row.problems()));
    for (Replay.Rejected row : one) {
      List<RowProblem> its = others.remove(row.row());
      rejected.add(
          new Replay.Rejected(
              row.row(), Sides.joined(row.problems(), its == null ? List.of() : its)));
    }
    others.forEach(
        (row, problems) ->
            rejected.add(new Replay.Rejected(row, Sides.joined(List.of(), problems))));
  }

  /** The root that a place lies under, by the books after, or else by those before. */
  private @Nullable RegionCode root(Resolution placeBefore, Resolution placeAfter) {
    RegionCode root = root(placeAfter, sides.after().tree());
    return root == null ? root(placeBefore, sides.before().tree()) : root;
  }

  private static @Nullable RegionCode root(Resolution place, RegionTree tree) {
    @Nullable Region known =
        switch (place) {
          case Resolution.Resolved resolved -> resolved.region();
          case Resolution.Ambiguous ambiguous -> ambiguous.ancestor();
          case Resolution.Unknown _ -> null;
        };
    return known == null ? null : tree.root(known.code()).map(Region::code).orElse(null);
  }

  /** What came of all rows. */
  Compared compared() {
    return new Compared(simulation, orders, repeated, stale, rejected);
  }

  /**
   * What some clusters came to.
   *
   * @param orders that were rated
   * @param repeated rows that were there already
   * @param stale rows of a revision below the one that counts
   * @param rejected rows that cannot be taken with what else is known
   */
  record Compared(
      Simulation simulation,
      long orders,
      long repeated,
      long stale,
      List<Replay.Rejected> rejected) {

    Compared plus(Compared other) {
      simulation.merge(other.simulation);
      List<Replay.Rejected> all = new ArrayList<>(rejected);
      all.addAll(other.rejected);
      return new Compared(
          simulation, orders + other.orders, repeated + other.repeated, stale + other.stale, all);
    }
  }
}
