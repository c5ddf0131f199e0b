package dev.duodang.pricing.settlement;

import dev.duodang.pricing.book.CategoryId;
import dev.duodang.pricing.book.PriceBook;
import dev.duodang.pricing.book.Relation;
import dev.duodang.pricing.money.Exact;
import dev.duodang.pricing.order.OrderStatus;
import dev.duodang.pricing.order.Times;
import dev.duodang.pricing.order.WorkOrder;
import dev.duodang.pricing.rating.Bases;
import dev.duodang.pricing.rating.Explainer;
import dev.duodang.pricing.rating.Facts;
import dev.duodang.pricing.rating.Hold;
import dev.duodang.pricing.rating.Line;
import dev.duodang.pricing.rating.Rated;
import dev.duodang.pricing.rating.Rater;
import dev.duodang.pricing.rating.Tallies;
import dev.duodang.pricing.rating.Tally;
import dev.duodang.pricing.rating.TallyKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
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
   */
  public Settlement settle(Facts facts, Tallies tallies) {
    List<RelationSettlement> settled = new ArrayList<>();
    Map<TallyKey, Tally> changed = Map.of();
    for (Relation relation : shelf.relations()) {
      if (Parties.concerns(relation, facts.order())) {
        RelationSettlement one = settle(relation, facts, tallies, settled);
        if (one.rated().state() != Rated.State.NOT_APPLICABLE) {
          settled.add(one);
          changed = joined(changed, one.rated().tallies());
        }
      }
    }
    return new Settlement(settled, changed);
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
      Relation relation, Facts facts, Tallies tallies, List<RelationSettlement> before) {
    WorkOrder order = facts.order();
    @Nullable Edition edition = edition(relation, facts);
    Rated rated =
        edition == null
            ? held(relation, Hold.Reason.NO_BOOK)
            : rater(edition).rate(facts, bases(before), tallies);
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
        unknown ? waiting(rated, Hold.Reason.PAYEE_UNKNOWN) : rated);
  }

  /**
   * Says why an order comes to what {@link #settle} makes of it, relation by relation; one that no
   * version of a book prices has nothing to explain.
   */
  public List<RelationExplanation> explain(Facts facts, Tallies tallies) {
    Settlement settlement = settle(facts, tallies);
    List<RelationExplanation> explanations = new ArrayList<>();
    for (RelationSettlement one : settlement.relations()) {
      Edition edition = one.book() == null ? null : shelf.edition(one.book());
      if (edition != null) {
        explanations.add(
            new RelationExplanation(
                one,
                edition,
                Explainer.explain(
                    edition.compiled(), facts, bases(settlement.relations()), tallies)));
      }
    }
    return explanations;
  }

  /** The edition that prices the order: valid at its pricing time, recorded last. */
  public @Nullable Edition edition(Relation relation, Facts facts) {
    for (Edition edition : shelf.editions(relation)) {
      if (edition.isValidAt(pricingTime(edition.compiled().book(), facts))) {
        return edition;
      }
    }
    return null;
  }

  private static Instant pricingTime(PriceBook book, Facts facts) {
    boolean cancelled = facts.order().status() == OrderStatus.CANCELLED;
    Instant stated = facts.order().times().at(cancelled ? Times.Event.CANCELLED : book.pricedAt());
    return stated == null ? facts.asOf() : stated;
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
        Map.of());
  }

  private static Rated waiting(Rated rated, Hold.Reason reason) {
    return new Rated(
        Rated.State.ON_HOLD,
        rated.pricingTime(),
        rated.currency(),
        rated.lines(),
        List.of(Hold.of(reason, new Hold.Detail.None())),
        rated.promise(),
        Map.of());
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
    @Nullable Exact sum = null;
    for (Line line : rated.lines()) {
      if (line.category().equals(category)) {
        Exact amount = line.amount().toExact();
        sum = sum == null ? amount : sum.plus(amount);
      }
    }
    return sum == null ? new Bases.Base.Absent() : new Bases.Base.Amount(sum);
  }
}
