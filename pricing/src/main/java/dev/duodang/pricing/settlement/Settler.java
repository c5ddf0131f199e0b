package dev.duodang.pricing.settlement;

import dev.duodang.pricing.book.CategoryId;
import dev.duodang.pricing.book.PriceBook;
import dev.duodang.pricing.book.Relation;
import dev.duodang.pricing.money.Money;
import dev.duodang.pricing.order.OrderStatus;
import dev.duodang.pricing.order.Times;
import dev.duodang.pricing.order.WorkOrder;
import dev.duodang.pricing.rating.Bases;
import dev.duodang.pricing.rating.Explainer;
import dev.duodang.pricing.rating.Facts;
import dev.duodang.pricing.rating.Hold;
import dev.duodang.pricing.rating.Known;
import dev.duodang.pricing.rating.Line;
import dev.duodang.pricing.rating.Rated;
import dev.duodang.pricing.rating.Rater;
import dev.duodang.pricing.rating.Sides;
import dev.duodang.pricing.rating.Tallies;
import dev.duodang.pricing.rating.Tally;
import dev.duodang.pricing.rating.TallyKey;
import dev.duodang.pricing.rating.WindowKey;
import dev.duodang.pricing.rating.Windows;
import dev.duodang.pricing.region.Resolution;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Settles orders over all relations of a shelf. The result depends on the arguments alone; a
 * settler keeps scratch room between calls and so belongs to one thread.
 */
public final class Settler {

  private final Shelf shelf;
  private final IdentityHashMap<Edition, Rater> raters = new IdentityHashMap<>();

  public Settler(Shelf shelf) {
    this.shelf = shelf;
  }

  public Shelf shelf() {
    return shelf;
  }

  /**
   * Settles one order.
   *
   * @param tallies what other orders of the same visit came to, without this order
   * @param windows what the periods of its parties came to, without this order
   */
  public Settlement settle(Facts facts, Tallies tallies, Windows windows) {
    List<RelationSettlement> settled = new ArrayList<>();
    Map<TallyKey, Tally> changed = Map.of();
    for (Relation relation : shelf.relations()) {
      if (Parties.concerns(relation, facts.order())) {
        RelationSettlement one =
            settle(relation, facts, known(relation, facts, tallies, windows), settled);
        if (one.rated().state() != Rated.State.NOT_APPLICABLE) {
          settled.add(one);
          changed = joined(changed, one.rated().tallies());
        }
      }
    }
    return new Settlement(settled, changed);
  }

  private static Known known(Relation relation, Facts facts, Tallies tallies, Windows windows) {
    return new Known(tallies, windows, sides(relation, facts.order()));
  }

  private static Sides sides(Relation relation, WorkOrder order) {
    return new Sides(Parties.payer(relation, order).id(), Parties.payee(relation, order).id());
  }

  /** Both maps in one; most orders change no tally. */
  private static Map<TallyKey, Tally> joined(Map<TallyKey, Tally> some, Map<TallyKey, Tally> more) {
    if (some.isEmpty() || more.isEmpty()) {
      return some.isEmpty() ? more : some;
    }
    Map<TallyKey, Tally> all = new HashMap<>(some);
    all.putAll(more);
    return all;
  }

  private RelationSettlement settle(
      Relation relation, Facts facts, Known known, List<RelationSettlement> before) {
    WorkOrder order = facts.order();
    @Nullable Edition edition = edition(relation, facts);
    Rated rated =
        edition == null
            ? held(relation, Hold.Reason.NO_BOOK)
            : rater(edition).rate(facts, bases(before), known);
    Party payee = Parties.payee(relation, order);
    boolean unknown =
        payee.id() == null
            && payee.kind() != dev.duodang.pricing.book.PartyKind.HEADQUARTERS
            && rated.state() == Rated.State.SETTLED;
    return new RelationSettlement(
        relation,
        Parties.payer(relation, order),
        payee,
        edition == null ? null : edition.id(),
        held(unknown ? waiting(rated, Hold.Reason.PAYEE_UNKNOWN) : rated, relation, facts));
  }

  /**
   * Says why an order comes to what {@link #settle} makes of it, relation by relation; one that no
   * version of a book prices has nothing to explain.
   */
  public List<RelationExplanation> explain(Facts facts, Tallies tallies, Windows windows) {
    Settlement settlement = settle(facts, tallies, windows);
    List<RelationExplanation> explanations = new ArrayList<>();
    for (RelationSettlement one : settlement.relations()) {
      Edition edition = one.book() == null ? null : shelf.edition(one.book());
      if (edition != null) {
        explanations.add(
            new RelationExplanation(
                one,
                edition,
                Explainer.explain(
                    edition.compiled(),
                    facts,
                    bases(settlement.relations()),
                    known(one.relation(), facts, tallies, windows))));
      }
    }
    return explanations;
  }

  /**
   * The windows of counters that an order may count in, over all relations; whatever its facts
   * choose among them.
   *
   * @param asOf the time at which an order is priced whose facts are not final yet
   */
  public List<WindowKey> counters(WorkOrder order, Instant asOf) {
    List<WindowKey> keys = new ArrayList<>();
    for (Relation relation : shelf.relations()) {
      Edition edition = Parties.concerns(relation, order) ? edition(relation, order, asOf) : null;
      if (edition != null) {
        PriceBook book = edition.compiled().book();
        keys.addAll(Rater.counters(book, sides(relation, order), pricingTime(book, order, asOf)));
      }
    }
    return keys;
  }

  /** What speaks against an order beyond its books, in each relation that it concerns. */
  Map<Relation, List<Hold>> objections(WorkOrder order, Resolution place, Surroundings around) {
    Map<Relation, List<Hold>> all = Map.of();
    if (Objections.NONE.equals(around.objections())) {
      return all;
    }
    Instant at = pricingTime(order, around.asOf());
    for (Relation relation : shelf.relations()) {
      if (Parties.concerns(relation, order)) {
        List<Hold> holds = around.objections().against(relation, order, place, at);
        if (!holds.isEmpty()) {
          all = new HashMap<>(all);
          all.put(relation, holds);
        }
      }
    }
    return all;
  }

  /**
   * When an order is priced: as the first of its relations says whose book prices it; else at its
   * completion, if that is known.
   *
   * @param asOf the time at which an order is priced whose facts are not final yet
   */
  public Instant pricingTime(WorkOrder order, Instant asOf) {
    for (Relation relation : shelf.relations()) {
      Edition edition = Parties.concerns(relation, order) ? edition(relation, order, asOf) : null;
      if (edition != null) {
        return pricingTime(edition.compiled().book(), order, asOf);
      }
    }
    Instant completed = order.times().completed();
    return completed == null ? asOf : completed;
  }

  /** The edition that prices the order: valid at its pricing time, recorded last. */
  public @Nullable Edition edition(Relation relation, Facts facts) {
    return edition(relation, facts.order(), facts.asOf());
  }

  private @Nullable Edition edition(Relation relation, WorkOrder order, Instant asOf) {
    for (Edition edition : shelf.editions(relation)) {
      if (edition.isValidAt(pricingTime(edition.compiled().book(), order, asOf))) {
        return edition;
      }
    }
    return null;
  }

  private static Instant pricingTime(PriceBook book, WorkOrder order, Instant asOf) {
    boolean cancelled = order.status() == OrderStatus.CANCELLED;
    Instant stated = order.times().at(cancelled ? Times.Event.CANCELLED : book.pricedAt());
    return stated == null ? asOf : stated;
  }

  /** The rater of an edition, made once. */
  public Rater rater(Edition edition) {
    return raters.computeIfAbsent(edition, _ -> new Rater(edition.compiled()));
  }

  private Rated held(Relation relation, Hold.Reason reason) {
    PriceBook any = shelf.editions(relation).getFirst().compiled().book();
    return new Rated(
        Rated.State.ON_HOLD,
        null,
        any.currency(),
        List.of(),
        List.of(Hold.of(reason, new Hold.Detail.None())),
        null,
        Map.of(),
        List.of());
  }

  private static Rated waiting(Rated rated, Hold.Reason reason) {
    return waiting(rated, List.of(Hold.of(reason, new Hold.Detail.None())));
  }

  /**
   * What is due waits as long as something speaks against it, whether its facts are final or not.
   */
  private static Rated held(Rated rated, Relation relation, Facts facts) {
    List<Hold> objections = facts.objections().getOrDefault(relation, List.of());
    boolean isDue =
        rated.state() == Rated.State.SETTLED
            || rated.state() == Rated.State.ESTIMATED
            || rated.state() == Rated.State.ON_HOLD;
    return objections.isEmpty() || !isDue
        ? rated
        : waiting(rated, Stream.concat(rated.holds().stream(), objections.stream()).toList());
  }

  private static Rated waiting(Rated rated, List<Hold> holds) {
    return new Rated(
        Rated.State.ON_HOLD,
        rated.pricingTime(),
        rated.currency(),
        rated.lines(),
        holds,
        rated.promise(),
        Map.of(),
        List.of());
  }

  /** The lines settled so far in the order's other relations, as bases for further ones. */
  static Bases bases(List<RelationSettlement> settled) {
    return (relation, category) -> {
      for (RelationSettlement one : settled) {
        if (one.relation().equals(relation)) {
          return base(one.rated(), category);
        }
      }
      return new Bases.Base.Absent();
    };
  }

  private static Bases.Base base(Rated rated, CategoryId category) {
    if (rated.state() == Rated.State.ON_HOLD) {
      return new Bases.Base.Waiting(rated.holds().getFirst().reason());
    }
    @Nullable Money sum = null;
    for (Line line : rated.lines()) {
      if (line.category().equals(category)) {
        sum = sum == null ? line.amount() : sum.plus(line.amount());
      }
    }
    return sum == null ? new Bases.Base.Absent() : new Bases.Base.Amount(sum);
  }
}
