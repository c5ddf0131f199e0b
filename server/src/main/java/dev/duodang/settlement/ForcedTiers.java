package dev.duodang.settlement;

import dev.duodang.pricing.book.Relation;
import dev.duodang.pricing.book.TierId;
import dev.duodang.pricing.money.Money;
import dev.duodang.pricing.rating.Decisions;
import dev.duodang.pricing.rating.WindowKey;
import dev.duodang.pricing.settlement.Change;
import dev.duodang.pricing.settlement.Choosing;
import dev.duodang.pricing.settlement.OrderChanges;
import dev.duodang.pricing.settlement.OrderState;
import dev.duodang.pricing.settlement.Settlement;
import dev.duodang.pricing.settlement.Settler;
import dev.duodang.pricing.settlement.Surroundings;
import dev.duodang.problem.Problem;
import dev.duodang.problem.ProblemCode;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tiers that people choose for orders, and take back. An order that is settled stays with the
 * versions of the books that priced it, so that nothing but the choice moves its amounts.
 */
final class ForcedTiers {

  private ForcedTiers() {}

  /** Whether a command chooses a tier or takes a choice back. */
  static boolean isOne(Command command) {
    return command instanceof Command.Decide decision
        && (decision.what() instanceof Command.What.Force
            || decision.what() instanceof Command.What.Unforce);
  }

  /** The windows that such a command may look into, by the versions that priced the order. */
  static List<WindowKey> counters(Settler settler, OrderState state, Instant at) {
    return new Settler(settler.shelf().asPriced(state)).counters(state.order(), at);
  }

  /**
   * Chooses a tier.
   *
   * @param accept what becomes of the change
   */
  static Outcome force(
      OrderChanges books,
      OrderState state,
      Command.Decide decision,
      Command.What.Force force,
      Surroundings around,
      Function<Change, Outcome> accept) {
    Decisions.Forced chosen =
        new Decisions.Forced(
            force.relation(),
            force.category(),
            force.item(),
            force.tier(),
            decision.reason(),
            decision.by());
    if (chosen.equals(forced(state, force))) {
      return new Outcome.Repeat(state.revision());
    }
    OrderChanges changes = books.asPriced(state);
    return switch (Choosing.of(changes.choices(state, around), chosen)) {
      case Choosing.Refused refused -> new Outcome.Rejected(problem(decision, force, refused));
      case Choosing.Allowed _ ->
          decide(
              changes,
              state,
              state.decisions().with(chosen),
              new Limit(force.relation(), force.limitMinor()),
              around,
              accept);
    };
  }

  /** Takes a choice back; whether the book would still allow it is not asked. */
  static Outcome unforce(
      OrderChanges books,
      OrderState state,
      Command.Decide decision,
      Command.What.Unforce unforce,
      Surroundings around,
      Function<Change, Outcome> accept) {
    if (forced(state, unforce) == null) {
      return new Outcome.Rejected(
          Problem.of(
              ProblemCode.DECISION_NOT_ASKED,
              decision.orderNo(),
              "nobody chose a tier in "
                  + Choosing.place(unforce.relation(), unforce.category(), unforce.item())));
    }
    return decide(
        books.asPriced(state),
        state,
        state.decisions().unforced(unforce.relation(), unforce.category(), unforce.item()),
        new Limit(unforce.relation(), unforce.limitMinor()),
        around,
        accept);
  }

  private static Decisions.@Nullable Forced forced(OrderState state, Command.What.OfTier what) {
    return state.decisions().forcedFor(what.relation(), what.category(), what.item());
  }

  private static Problem problem(
      Command.Decide decision, Command.What.Force force, Choosing.Refused refused) {
    if (refused.instead().isEmpty()) {
      return Problem.of(ProblemCode.DECISION_NOT_ASKED, decision.orderNo(), refused.reason())
          .field("tier")
          .value(force.tier());
    }
    String instead = refused.instead().stream().map(TierId::text).collect(Collectors.joining(", "));
    return Problem.of(ProblemCode.TIER_NOT_ALLOWED, force.tier(), decision.orderNo(), instead)
        .field("tier")
        .value(force.tier())
        .allowed(instead);
  }

  /** What somebody decides alone in a relation; no amount means no limit. */
  private record Limit(Relation relation, @Nullable Long minor) {

    /**
     * Refuses an order that is worth more, as it was or as it would be: who may not grant an amount
     * may not take it away either.
     */
    @Nullable Problem over(Settlement before, Settlement after) {
      Long most = minor;
      if (most == null) {
        return null;
      }
      return Stream.of(before, after)
          .flatMap(settlement -> settlement.relations().stream())
          .filter(one -> one.relation().equals(relation))
          .map(one -> one.rated().total())
          .filter(total -> total.minor() > most)
          .findFirst()
          .map(total -> problem(total, new Money(most, total.currency())))
          .orElse(null);
    }

    private static Problem problem(Money total, Money allowed) {
      return Problem.of(ProblemCode.OVER_YOUR_LIMIT, total, allowed)
          .field("tier")
          .value(total)
          .allowed("at most " + allowed);
    }
  }

  private static Outcome decide(
      OrderChanges changes,
      OrderState state,
      Decisions decisions,
      Limit limit,
      Surroundings around,
      Function<Change, Outcome> accept) {
    Change change = changes.decide(state, decisions, around);
    Problem over = limit.over(changes.settlement(state, around), change.settlement());
    return over == null ? accept.apply(change) : new Outcome.Rejected(over);
  }
}
