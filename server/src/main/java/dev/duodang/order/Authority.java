package dev.duodang.order;

import dev.duodang.book.Books;
import dev.duodang.catalog.Regions;
import dev.duodang.identity.Actor;
import dev.duodang.identity.Permission;
import dev.duodang.identity.Scope;
import dev.duodang.pricing.money.Currency;
import dev.duodang.pricing.money.Exact;
import dev.duodang.pricing.money.Money;
import dev.duodang.pricing.order.OrderNo;
import dev.duodang.pricing.order.WorkOrder;
import dev.duodang.pricing.region.RegionCode;
import dev.duodang.pricing.region.RegionTree;
import dev.duodang.pricing.region.Resolution;
import dev.duodang.problem.Problem;
import dev.duodang.problem.ProblemCode;
import dev.duodang.settlement.Command;
import java.math.RoundingMode;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What somebody may write: orders inside his scope, and decisions up to his limit. */
@Component
class Authority {

  private final OrderReading reading;
  private final Regions regions;
  private final Books books;

  Authority(OrderReading reading, Regions regions, Books books) {
    this.reading = reading;
    this.regions = regions;
    this.books = books;
  }

  /**
   * Refuses an order that its sender would not see, and the number of one that he does not see.
   *
   * @throws dev.duodang.problem.ProblemException with code {@code outside-your-scope}
   */
  void requireInScope(Actor actor, WorkOrder order) {
    if (actor.scope() instanceof Scope.WholeTenant) {
      return;
    }
    Resolution place = regions.changes(books.shelf(actor.tenant())).place(order);
    if (!OrderReading.isVisible(actor.scope(), order, place)) {
      throw outside(actor, order, place).toException();
    }
    if (reading.exists(actor, order.orderNo().text())) {
      reading.find(actor, order.orderNo().text());
    }
  }

  private Problem outside(Actor actor, WorkOrder order, Resolution place) {
    return switch (actor.scope()) {
      case Scope.WholeTenant _ -> throw new IllegalStateException("nothing lies outside");
      case Scope.Regions own -> {
        String address = order.place().address();
        String found =
            place instanceof Resolution.Resolved resolved
                ? regions.tree(actor.tenant()).path(resolved.region().code())
                : address == null ? "" : address;
        yield problem(order, order.place().region() == null ? "address" : "region", found)
            .allowed(
                own.codes().stream()
                    .map(code -> path(actor, code))
                    .collect(Collectors.joining(", ")));
      }
      case Scope.Counterparties own ->
          problem(
                  order,
                  "counterparty",
                  order.counterparty() == null ? "" : order.counterparty().id().text())
              .allowed(String.join(", ", own.ids()));
      case Scope.Self own ->
          problem(
                  order,
                  "handlers",
                  order.handlers().stream()
                      .map(handler -> handler.id().text())
                      .collect(Collectors.joining(", ")))
              .allowed(own.handler());
    };
  }

  private static Problem problem(WorkOrder order, String field, String found) {
    return Problem.of(ProblemCode.OUTSIDE_YOUR_SCOPE, order.orderNo(), field, found)
        .field(field)
        .value(found);
  }

  private String path(Actor actor, String code) {
    RegionTree tree = regions.tree(actor.tenant());
    return tree.find(RegionCode.of(code)).map(found -> tree.path(found.code())).orElse(code);
  }

  /**
   * Refuses a decision that came as a row and that its sender could not take at a screen. A
   * machine's key delivers what people have decided elsewhere, each row with its decider's name.
   */
  void requireMayDecide(Actor actor, OrderNo orderNo, Command.What what) {
    if (actor.isMachine()) {
      return;
    }
    actor.require(permission(what));
    if (!(actor.scope() instanceof Scope.WholeTenant) || actor.quoteLimitMinor() != null) {
      requireWithinLimit(actor, reading.find(actor, orderNo.text()), what);
    }
  }

  /** Up to what the sender of a row decides alone; null for any amount. */
  static @Nullable Long limit(Actor actor) {
    return actor.isMachine() ? null : actor.quoteLimitMinor();
  }

  /** What somebody needs who takes a decision. */
  static Permission permission(Command.What what) {
    return switch (what) {
      case Command.What.Force _, Command.What.Unforce _ -> Permission.TIER_FORCE;
      case Command.What.Quote _, Command.What.Region _, Command.What.Release _ ->
          Permission.HOLD_DECIDE;
    };
  }

  /**
   * Refuses an amount above what somebody decides alone.
   *
   * @throws dev.duodang.problem.ProblemException with code {@code over-your-limit}, or {@code
   *     outside-your-scope} for a relation that he does not see
   */
  static void requireWithinLimit(Actor actor, OrderReading.Seen seen, Command.What what) {
    if (what instanceof Command.What.OfTier tier
        && !OrderReading.isParty(actor, seen, tier.relation())) {
      throw problem(seen.ledger().order(), "relation", tier.relation().toString()).toException();
    }
    switch (what) {
      case Command.What.Quote quote -> requireWithinLimit(actor, seen, quote.amount());
      case Command.What.Region _ -> {
        // It names a place; the amount follows from the book.
      }
      case Command.What.Force _, Command.What.Unforce _ -> {
        // The writer compares what the order comes to with the limit in the command.
      }
      case Command.What.Release release ->
          seen.settlement().relations().stream()
              .filter(one -> one.relation().equals(release.relation()))
              .forEach(one -> requireWithinLimit(actor, seen, one.rated().total().toExact()));
    }
  }

  private static void requireWithinLimit(Actor actor, OrderReading.Seen seen, Exact amount) {
    Long limit = actor.quoteLimitMinor();
    if (limit == null) {
      return;
    }
    Currency currency = seen.settlement().relations().getFirst().rated().currency();
    Money allowed = new Money(limit, currency);
    if (amount.round(currency.scale(), RoundingMode.HALF_UP).compareTo(allowed.toExact()) > 0) {
      throw Problem.of(ProblemCode.OVER_YOUR_LIMIT, amount, allowed)
          .field("amount")
          .value(amount)
          .allowed("at most " + allowed)
          .toException();
    }
  }
}
