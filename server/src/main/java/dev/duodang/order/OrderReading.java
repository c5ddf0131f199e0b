package dev.duodang.order;

import dev.duodang.book.Books;
import dev.duodang.catalog.Regions;
import dev.duodang.database.TenantId;
import dev.duodang.identity.Actor;
import dev.duodang.identity.Scope;
import dev.duodang.master.MasterData;
import dev.duodang.master.MasterView;
import dev.duodang.pricing.book.PartyKind;
import dev.duodang.pricing.book.Relation;
import dev.duodang.pricing.order.Handler;
import dev.duodang.pricing.order.OrderNo;
import dev.duodang.pricing.order.PartyId;
import dev.duodang.pricing.order.WorkOrder;
import dev.duodang.pricing.rating.Facts;
import dev.duodang.pricing.rating.Rated;
import dev.duodang.pricing.rating.Tally;
import dev.duodang.pricing.rating.Window;
import dev.duodang.pricing.rating.WindowKey;
import dev.duodang.pricing.rating.Windows;
import dev.duodang.pricing.region.Resolution;
import dev.duodang.pricing.settlement.BookVersion;
import dev.duodang.pricing.settlement.Objections;
import dev.duodang.pricing.settlement.OrderChanges;
import dev.duodang.pricing.settlement.RelationSettlement;
import dev.duodang.pricing.settlement.Settlement;
import dev.duodang.pricing.settlement.Surroundings;
import dev.duodang.problem.Problem;
import dev.duodang.problem.ProblemCode;
import dev.duodang.settlement.Ledger;
import dev.duodang.settlement.OrderLedger;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds an order as far as a reader may see it, and settles it again for what is only shown. */
@Component
class OrderReading {

  private final Ledger ledger;
  private final Books books;
  private final Regions regions;
  private final MasterData masters;
  private final Clock clock;

  OrderReading(Ledger ledger, Books books, Regions regions, MasterData masters, Clock clock) {
    this.ledger = ledger;
    this.books = books;
    this.regions = regions;
    this.masters = masters;
    this.clock = clock;
  }

  /**
   * An order and what it comes to.
   *
   * @param facts what it is priced by
   */
  record Seen(OrderLedger ledger, Facts facts, Settlement settlement) {}

  /**
   * An order.
   *
   * @throws dev.duodang.problem.ProblemException when there is none in the reader's scope
   */
  Seen find(Actor actor, String number) {
    OrderLedger found =
        orderNo(number)
            .flatMap(orderNo -> ledger.order(actor.tenant(), orderNo))
            .orElseThrow(() -> Problem.of(ProblemCode.ORDER_UNKNOWN, number).toException());
    Instant asOf =
        found.relations().stream()
            .map(OrderLedger.SettledRelation::settledAt)
            .findFirst()
            .orElse(clock.instant());
    OrderChanges changes = regions.changes(books.shelf(actor.tenant()).until(settledBy(found)));
    Surroundings around =
        new Surroundings(
            followed(actor.tenant(), found.order()),
            key -> found.tallies().getOrDefault(key, Tally.EMPTY),
            windows(actor.tenant(), found, changes, asOf),
            objections(actor.tenant(), found),
            asOf);
    Facts facts = changes.facts(found.state(), around);
    if (!isVisible(actor.scope(), found.order(), facts.region())) {
      throw Problem.of(ProblemCode.ORDER_UNKNOWN, number).toException();
    }
    return new Seen(found, facts, changes.settlement(found.state(), around));
  }

  /** Master records speak against what is held only; the rest says what it said. */
  private Objections objections(TenantId tenant, OrderLedger found) {
    MasterView records = masters.view(tenant);
    return (relation, order, place, at) ->
        found.relations().stream()
                .anyMatch(
                    one -> one.relation().equals(relation) && one.state() == Rated.State.ON_HOLD)
            ? records.against(relation, order, place, at)
            : List.of();
  }

  /** What is settled says what it said, whatever was published since. */
  private static List<BookVersion> settledBy(OrderLedger found) {
    return found.relations().stream()
        .filter(one -> one.state() == Rated.State.SETTLED || one.state() == Rated.State.VOIDED)
        .flatMap(one -> Stream.ofNullable(one.book()))
        .toList();
  }

  private Windows windows(TenantId tenant, OrderLedger found, OrderChanges changes, Instant asOf) {
    Set<WindowKey> keys = new HashSet<>(changes.settler().counters(found.order(), asOf));
    found.state().contributions().forEach(one -> keys.add(one.share().key()));
    Map<WindowKey, Window> windows = ledger.windows(tenant, keys);
    return key -> windows.getOrDefault(key, Window.EMPTY);
  }

  /** Whether there is an order of this number. */
  boolean exists(Actor actor, String number) {
    return orderNo(number).flatMap(orderNo -> ledger.order(actor.tenant(), orderNo)).isPresent();
  }

  private @Nullable WorkOrder followed(TenantId tenant, WorkOrder order) {
    return order.related() == null
        ? null
        : ledger.order(tenant, order.related().orderNo()).map(OrderLedger::order).orElse(null);
  }

  private static Optional<OrderNo> orderNo(String text) {
    try {
      return Optional.of(OrderNo.of(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The relations that a reader may see: his own, or all for the tenant's people. */
  static List<RelationSettlement> visible(Actor actor, WorkOrder order, Settlement settlement) {
    return settlement.relations().stream()
        .filter(one -> isParty(actor.scope(), order, one))
        .toList();
  }

  /** Whether a reader sees what an order comes to in a relation. */
  static boolean isParty(Actor actor, Seen seen, Relation relation) {
    return actor.scope() instanceof Scope.WholeTenant
        || actor.scope() instanceof Scope.Regions
        || visible(actor, seen.ledger().order(), seen.settlement()).stream()
            .anyMatch(one -> one.relation().equals(relation));
  }

  private static boolean isParty(Scope scope, WorkOrder order, RelationSettlement one) {
    return switch (scope) {
      case Scope.WholeTenant _, Scope.Regions _ -> true;
      case Scope.Counterparties parties ->
          is(parties.ids(), one.payer().id())
              || is(parties.ids(), one.payee().id())
              || one.relation().payer() == PartyKind.PARTNER;
      case Scope.Self self ->
          one.relation().payee() == PartyKind.ENGINEER
              && order.handlers().stream()
                  .anyMatch(handler -> handler.id().text().equals(self.handler()));
    };
  }

  private static boolean is(List<String> ids, @Nullable PartyId id) {
    return id != null && ids.contains(id.text());
  }

  /** Whether an order lies in a scope. */
  static boolean isVisible(Scope scope, WorkOrder order, Resolution region) {
    return switch (scope) {
      case Scope.WholeTenant _ -> true;
      case Scope.Regions regions ->
          region instanceof Resolution.Resolved resolved && regions.holds(resolved.region().code());
      case Scope.Counterparties parties ->
          order.counterparty() != null && parties.ids().contains(order.counterparty().id().text());
      case Scope.Self self ->
          order.handlers().stream()
              .map(Handler::id)
              .anyMatch(id -> id.text().equals(self.handler()));
    };
  }
}
