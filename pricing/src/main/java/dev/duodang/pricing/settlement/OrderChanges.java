package dev.duodang.pricing.settlement;

import dev.duodang.pricing.book.Relation;
import dev.duodang.pricing.order.FactsDigest;
import dev.duodang.pricing.order.OrderStatus;
import dev.duodang.pricing.order.Revision;
import dev.duodang.pricing.order.WorkOrder;
import dev.duodang.pricing.rating.Decisions;
import dev.duodang.pricing.rating.Facts;
import dev.duodang.pricing.rating.Tally;
import dev.duodang.pricing.rating.TallyKey;
import dev.duodang.pricing.rating.WindowKey;
import dev.duodang.pricing.region.AddressResolver;
import dev.duodang.pricing.region.Region;
import dev.duodang.pricing.region.RegionCode;
import dev.duodang.pricing.region.RegionTree;
import dev.duodang.pricing.region.Resolution;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Turns deliveries and decisions into changes. What was posted is taken back and posted anew, so
 * that nothing is ever edited; the same arguments give the same change. Belongs to one thread.
 */
public final class OrderChanges {

  private final Settler settler;
  private final RegionTree tree;
  private final AddressResolver resolver;

  /**
   * Changes by the books of a shelf.
   *
   * @param tree all regions that orders may name, the tenant's own roots included
   */
  public OrderChanges(Shelf shelf, RegionTree tree, AddressResolver resolver) {
    this.settler = new Settler(shelf);
    this.tree = tree;
    this.resolver = resolver;
  }

  public Settler settler() {
    return settler;
  }

  /**
   * Changes by the versions that priced what stands of an order. What does not stand is priced by
   * the books as they are.
   */
  public OrderChanges asPriced(OrderState state) {
    Shelf then = settler.shelf().asPriced(state);
    return then.equals(settler.shelf()) ? this : new OrderChanges(then, tree, resolver);
  }

  /**
   * Settles an order's first or next revision. Quotes stay as long as the tier they are for wins.
   */
  public Change deliver(
      @Nullable OrderState before,
      WorkOrder order,
      Revision revision,
      FactsDigest digest,
      Surroundings around) {
    Posting.Cause cause =
        order.status() == OrderStatus.CANCELLED ? Posting.Cause.CANCELLED : Posting.Cause.REVISED;
    Decisions decisions = before == null ? Decisions.NONE : before.decisions();
    @Nullable RegionCode chosen = keptRegion(before, order);
    return change(before, new Next(order, revision, digest, chosen, decisions), cause, around);
  }

  /** A region that a person chose stays as long as the place is stated in the same words. */
  private static @Nullable RegionCode keptRegion(@Nullable OrderState before, WorkOrder order) {
    return before != null && before.order().place().equals(order.place())
        ? before.chosenRegion()
        : null;
  }

  /** Settles an order again after somebody entered an amount or let a settlement pass. */
  public Change decide(OrderState before, Decisions decisions, Surroundings around) {
    Next next =
        new Next(
            before.order(), before.revision(), before.digest(), before.chosenRegion(), decisions);
    return change(before, next, Posting.Cause.DECIDED, around);
  }

  /** Settles an order again after somebody chose its region. */
  public Change choose(OrderState before, RegionCode region, Surroundings around) {
    Next next =
        new Next(before.order(), before.revision(), before.digest(), region, before.decisions());
    return change(before, next, Posting.Cause.DECIDED, around);
  }

  /**
   * Settles an order again by the books as they are now. What comes to the same amounts stays as it
   * was posted, by the version that it was posted by; only differences are taken back and posted
   * anew.
   *
   * @return nothing when the order stays as it is
   */
  public Optional<Change> rerate(OrderState before, Surroundings around) {
    return rerate(before, before.order(), around);
  }

  /**
   * As {@link #rerate(OrderState, Surroundings)}, with what master records add to the order now.
   */
  public Optional<Change> rerate(OrderState before, WorkOrder order, Surroundings around) {
    if (order.equals(before.order()) && !isPricedOtherwise(before, around)) {
      return Optional.empty();
    }
    Next next =
        new Next(
            order, before.revision(), before.digest(), before.chosenRegion(), before.decisions());
    Change change = change(before, next, Posting.Cause.RERATED, around);
    boolean isSame =
        change.state().state() == before.state() && Postings.cancelOut(change.postings());
    return isSame ? Optional.empty() : Optional.of(change);
  }

  /** Whether any of an order's lines is by another version than would price it now, or none is. */
  private boolean isPricedOtherwise(OrderState before, Surroundings around) {
    Facts facts = facts(before, around);
    return before.standing().isEmpty()
        || before.standing().stream()
            .anyMatch(
                line -> {
                  Edition edition = settler.edition(line.relation(), facts);
                  return edition == null || !edition.id().equals(line.book());
                })
        || settler.shelf().relations().stream()
            .filter(relation -> Parties.concerns(relation, before.order()))
            .anyMatch(
                relation ->
                    before.standing().stream().noneMatch(line -> line.relation().equals(relation)));
  }

  /** What an order would come to; nothing changes. */
  public Settlement preview(WorkOrder order, Surroundings around) {
    Next next = new Next(order, Revision.FIRST, order.digest(), null, Decisions.NONE);
    return settler.settle(facts(next, around), around.tallies(), around.windows());
  }

  /** What an order as it counts comes to, its own part in its visit taken out first. */
  public Settlement settlement(OrderState state, Surroundings around) {
    return decide(state, state.decisions(), around).settlement();
  }

  /** The tiers that a person may choose for an order as it counts. */
  public List<TierChoice> choices(OrderState state, Surroundings around) {
    return TierChoice.of(settler, facts(state, around));
  }

  /** Why an order would come to what {@link #preview} makes of it. */
  public List<RelationExplanation> explain(WorkOrder order, Surroundings around) {
    Next next = new Next(order, Revision.FIRST, order.digest(), null, Decisions.NONE);
    return settler.explain(facts(next, around), around.tallies(), around.windows());
  }

  /** Whether orders may name a region. */
  public boolean knows(RegionCode region) {
    return tree.index(region) >= 0;
  }

  /** The facts under which the order as it counts is priced. */
  public Facts facts(OrderState state, Surroundings around) {
    return facts(
        new Next(
            state.order(),
            state.revision(),
            state.digest(),
            state.chosenRegion(),
            state.decisions()),
        around);
  }

  /** What an order's place comes to: its region's code, else its address. */
  public Resolution place(WorkOrder order) {
    RegionCode code = order.place().region();
    if (code != null) {
      Optional<Region> region = tree.find(code);
      return region.isPresent() ? new Resolution.Resolved(region.get()) : new Resolution.Unknown();
    }
    String address = order.place().address();
    return address == null ? new Resolution.Unknown() : resolver.resolve(address);
  }

  private record Next(
      WorkOrder order,
      Revision revision,
      FactsDigest digest,
      @Nullable RegionCode chosenRegion,
      Decisions decisions) {}

  private Facts facts(Next next, Surroundings around) {
    Resolution place =
        next.chosenRegion == null ? place(next.order) : chosen(next.chosenRegion, next.order);
    return new Facts(
        next.order,
        place,
        around.related(),
        next.decisions,
        around.asOf(),
        settler.objections(next.order, place, around));
  }

  private Resolution chosen(RegionCode region, WorkOrder order) {
    return tree.find(region)
        .<Resolution>map(Resolution.Resolved::new)
        .orElseGet(() -> place(order));
  }

  private Change change(
      @Nullable OrderState before, Next next, Posting.Cause cause, Surroundings around) {
    Facts facts = facts(next, around);
    PeriodChanges periods = new PeriodChanges(settler, around.windows());
    if (before == null) {
      Settlement settlement = settler.settle(facts, around.tallies(), around.windows());
      List<Posting> own = Postings.of(settlement, 1, next.revision);
      List<Contribution> counted = periods.count(settlement, Set.of());
      return new Change(
          null,
          state(next, settlement, own, 1 + own.size(), counted),
          facts.region(),
          settlement,
          own,
          settlement.tallies(),
          periods.changes());
    }
    List<Posting> kept = kept(before, facts, cause, around);
    Set<Relation> standing = relations(kept);
    Postings.Withdrawn withdrawn = withdrawn(before, kept, periods, next.revision, cause, around);
    Map<TallyKey, Tally> rest = withdrawn.tallies();
    Settlement settlement =
        settler.settle(
            facts, key -> rest.getOrDefault(key, around.tallies().get(key)), periods.windows());
    List<Posting> postings = new ArrayList<>(withdrawn.reversals());
    int line = before.nextLine() + postings.size();
    List<Posting> own = Postings.of(settlement, standing, line, next.revision);
    postings.addAll(own);
    Map<TallyKey, Tally> tallies = new HashMap<>(rest);
    tallies.putAll(settlement.tallies());
    List<Contribution> counted =
        Stream.concat(
                before.contributions().stream().filter(one -> standing.contains(relation(one))),
                periods.count(settlement, standing).stream())
            .toList();
    List<Posting> lines = Stream.concat(kept.stream(), own.stream()).toList();
    return new Change(
        before.order(),
        state(next, settlement, lines, line + own.size(), counted),
        facts.region(),
        settlement,
        postings,
        tallies,
        periods.changes());
  }

  private static Relation relation(Contribution contribution) {
    return contribution.share().key().relation();
  }

  private static OrderState state(
      Next next,
      Settlement settlement,
      List<Posting> standing,
      int nextLine,
      List<Contribution> contributions) {
    return new OrderState(
        next.order,
        next.revision,
        next.digest,
        next.chosenRegion,
        next.decisions,
        settlement.state(),
        standing,
        nextLine,
        settlement.tallies().keySet(),
        contributions);
  }

  /**
   * The standing lines that a decision leaves alone: those of relations that come to the same; and
   * those that a re-rating does: of relations that come to the same amounts. A revision replaces
   * all, so that every line cites the facts that it comes from.
   */
  private List<Posting> kept(
      OrderState before, Facts facts, Posting.Cause cause, Surroundings around) {
    boolean isSameFacts = cause == Posting.Cause.DECIDED || cause == Posting.Cause.RERATED;
    if (!isSameFacts || countsElsewhere(before)) {
      return List.of();
    }
    boolean byAmount = cause == Posting.Cause.RERATED;
    List<Posting> next =
        Postings.of(
            settler.settle(facts, around.tallies(), around.windows()),
            Set.of(),
            1,
            before.revision());
    return before.standing().stream()
        .filter(
            posting ->
                byAmount
                    ? Postings.sameAmountsIn(posting.relation(), before.standing(), next)
                    : Postings.sameIn(posting.relation(), before.standing(), next))
        .toList();
  }

  private static Set<Relation> relations(List<Posting> postings) {
    return postings.stream().map(Posting::relation).collect(Collectors.toSet());
  }

  /** Whether what an order gets depends on others of its visit or of a period. */
  private static boolean countsElsewhere(OrderState state) {
    return !state.counted().isEmpty()
        || state.contributions().stream()
            .anyMatch(one -> one.share().key().kind() == WindowKey.Kind.COUNTER);
  }

  private Postings.Withdrawn withdrawn(
      OrderState before,
      List<Posting> kept,
      PeriodChanges periods,
      Revision revision,
      Posting.Cause cause,
      Surroundings around) {
    int line = before.nextLine();
    List<Posting> leaving =
        before.standing().stream().filter(posting -> !kept.contains(posting)).toList();
    Set<Relation> standing = relations(kept);
    List<Contribution> counted =
        before.contributions().stream().filter(one -> !standing.contains(relation(one))).toList();
    Postings.Withdrawn ofVisit = ofVisit(before, leaving, line, revision, cause, around);
    List<Posting> reversals =
        periods.withdraw(counted, before.order(), ofVisit.reversals(), line, revision, cause);
    periods.withdrawRebates(counted, leaving, reversals);
    return new Postings.Withdrawn(reversals, ofVisit.tallies());
  }

  private Postings.Withdrawn ofVisit(
      OrderState before,
      List<Posting> leaving,
      int line,
      Revision revision,
      Posting.Cause cause,
      Surroundings around) {
    if (before.counted().isEmpty()) {
      return new Postings.Withdrawn(Postings.reversals(leaving, line, revision, cause), Map.of());
    }
    return Postings.withdraw(
        leaving,
        before.counted(),
        around.tallies(),
        before.order(),
        settler,
        line,
        revision,
        cause);
  }
}
