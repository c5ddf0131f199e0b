package dev.duodang.pricing.proof;

import dev.duodang.pricing.book.Condition;
import dev.duodang.pricing.book.ExpressionText;
import dev.duodang.pricing.book.FeeCategory;
import dev.duodang.pricing.book.Modifier;
import dev.duodang.pricing.book.QuoteRange;
import dev.duodang.pricing.book.Rebate;
import dev.duodang.pricing.book.Tier;
import dev.duodang.pricing.book.WorkCalendar;
import dev.duodang.pricing.expression.ExpressionProblem;
import dev.duodang.pricing.money.Exact;
import dev.duodang.pricing.money.Money;
import dev.duodang.pricing.order.Times;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that a price book gets wrong, with an order that shows it. */
public sealed interface Finding {

  /** What kind of thing is wrong. */
  enum Kind {
    CONFLICT,
    GAP,
    UNDECIDED_GAP,
    UNREACHABLE,
    UNDECIDED_REACH,
    CONTRADICTION,
    IDLE_MODIFIER,
    IDLE_REBATE,
    CLOSED_LAST_STEP,
    OUTSIDE_AGREED,
    ALWAYS_ABOVE_LIMIT,
    BELOW_ZERO,
    MORE,
    EXPRESSION,
    GAP_BY_EXPRESSION,
    REACH_BY_EXPRESSION,
    UNDECIDED_PROMISE,
    CALENDAR_ENDS
  }

  FindingId id();

  Severity severity();

  /** The tiers involved; none where it is about what has no tier. */
  List<Tier> tiers();

  /** An order that shows the finding; null where an order cannot. */
  @Nullable Example example();

  /** What kind of thing is wrong. */
  default Kind kind() {
    return switch (this) {
      case Conflict _ -> Kind.CONFLICT;
      case Gap _ -> Kind.GAP;
      case UndecidedGap _ -> Kind.UNDECIDED_GAP;
      case Unreachable _ -> Kind.UNREACHABLE;
      case UndecidedReach _ -> Kind.UNDECIDED_REACH;
      case Contradiction _ -> Kind.CONTRADICTION;
      case IdleModifier _ -> Kind.IDLE_MODIFIER;
      case IdleRebate _ -> Kind.IDLE_REBATE;
      case ClosedLastStep _ -> Kind.CLOSED_LAST_STEP;
      case OutsideAgreed _ -> Kind.OUTSIDE_AGREED;
      case AlwaysAboveLimit _ -> Kind.ALWAYS_ABOVE_LIMIT;
      case BelowZero _ -> Kind.BELOW_ZERO;
      case More _ -> Kind.MORE;
      case RefusedExpression _ -> Kind.EXPRESSION;
      case GapByExpression _ -> Kind.GAP_BY_EXPRESSION;
      case ReachByExpression _ -> Kind.REACH_BY_EXPRESSION;
      case UndecidedPromise _ -> Kind.UNDECIDED_PROMISE;
      case CalendarEnds _ -> Kind.CALENDAR_ENDS;
    };
  }

  /** Whether the book may be published once a named person accepts the finding. */
  default boolean isAcceptable() {
    return switch (kind()) {
      case GAP, UNDECIDED_GAP, GAP_BY_EXPRESSION -> true;
      case CONFLICT,
          UNREACHABLE,
          UNDECIDED_REACH,
          CONTRADICTION,
          IDLE_MODIFIER,
          IDLE_REBATE,
          CLOSED_LAST_STEP,
          OUTSIDE_AGREED,
          ALWAYS_ABOVE_LIMIT,
          BELOW_ZERO,
          MORE,
          EXPRESSION,
          REACH_BY_EXPRESSION,
          UNDECIDED_PROMISE,
          CALENDAR_ENDS ->
          false;
    };
  }

  /** Two tiers admit the same order, and nothing sets them apart. */
  record Conflict(FindingId id, Tier first, Tier second, Example example) implements Finding {

    @Override
    public Severity severity() {
      return Severity.ERROR;
    }

    @Override
    public List<Tier> tiers() {
      return List.of(first, second);
    }
  }

  /** The book declares to cover these orders, and a required category has no tier for them. */
  record Gap(FindingId id, FeeCategory category, Area area, Example example) implements Finding {

    @Override
    public Severity severity() {
      return Severity.ERROR;
    }

    @Override
    public List<Tier> tiers() {
      return List.of();
    }
  }

  /**
   * It was too much work to tell whether a required category has a tier for all orders of an area
   * that the book declares to cover. The example is one of them, priced or not.
   */
  record UndecidedGap(FindingId id, FeeCategory category, Area area, @Nullable Example example)
      implements Finding {

    @Override
    public Severity severity() {
      return Severity.ERROR;
    }

    @Override
    public List<Tier> tiers() {
      return List.of();
    }
  }

  /**
   * There are more findings of a kind than are shown; those that are not shown cannot be accepted.
   */
  record More(FindingId id, Kind of, Severity severity, Findings.Count hidden) implements Finding {

    @Override
    public List<Tier> tiers() {
      return List.of();
    }

    @Override
    public @Nullable Example example() {
      return null;
    }
  }

  /** The tier wins on no order: tiers that rank before it admit all of its orders. */
  record Unreachable(FindingId id, Tier tier, List<Tier> covering, Example example)
      implements Finding {

    public Unreachable {
      covering = List.copyOf(covering);
    }

    @Override
    public Severity severity() {
      return Severity.WARNING;
    }

    @Override
    public List<Tier> tiers() {
      return List.of(tier);
    }
  }

  /** It was too much work to tell whether the tier wins on some order. */
  record UndecidedReach(FindingId id, Tier tier, Area area, @Nullable Example example)
      implements Finding {

    @Override
    public Severity severity() {
      return Severity.WARNING;
    }

    @Override
    public List<Tier> tiers() {
      return List.of(tier);
    }
  }

  /**
   * No order can meet what the tier asks. The example meets all of it but these conditions.
   *
   * @param contradicting the conditions that cannot hold together, or not within the book; none
   *     where the tier's days lie outside the book's
   */
  record Contradiction(
      FindingId id, Tier tier, List<Condition> contradicting, @Nullable Example example)
      implements Finding {

    public Contradiction {
      contradicting = List.copyOf(contradicting);
    }

    @Override
    public Severity severity() {
      return Severity.ERROR;
    }

    @Override
    public List<Tier> tiers() {
      return List.of(tier);
    }
  }

  /**
   * The modifier applies to no order.
   *
   * @param contradicting the conditions that cannot hold together; none where they can, but no tier
   *     of its categories wins on such an order with an amount that it may change
   * @param displacing the members of its group one of which always applies in its place; none where
   *     it has another reason
   */
  record IdleModifier(
      FindingId id,
      Modifier modifier,
      List<Condition> contradicting,
      List<Modifier> displacing,
      @Nullable Example example)
      implements Finding {

    public IdleModifier {
      contradicting = List.copyOf(contradicting);
      displacing = List.copyOf(displacing);
    }

    @Override
    public Severity severity() {
      return Severity.WARNING;
    }

    @Override
    public List<Tier> tiers() {
      return List.of();
    }
  }

  /**
   * The rebate counts no order.
   *
   * @param contradicting as in {@link IdleModifier}
   */
  record IdleRebate(
      FindingId id, Rebate rebate, List<Condition> contradicting, @Nullable Example example)
      implements Finding {

    public IdleRebate {
      contradicting = List.copyOf(contradicting);
    }

    @Override
    public Severity severity() {
      return Severity.WARNING;
    }

    @Override
    public List<Tier> tiers() {
      return List.of();
    }
  }

  /**
   * The last step of a price ends, and the book does not say what a quantity above it costs.
   *
   * @param end where the last step ends, in the unit that is priced
   */
  record ClosedLastStep(FindingId id, Tier tier, Exact end, @Nullable Example example)
      implements Finding {

    @Override
    public Severity severity() {
      return Severity.ERROR;
    }

    @Override
    public List<Tier> tiers() {
      return List.of(tier);
    }
  }

  /** The tier's price is not among the amounts that a person may agree on instead. */
  record OutsideAgreed(FindingId id, Tier tier, Money amount, QuoteRange agreed, Example example)
      implements Finding {

    @Override
    public Severity severity() {
      return Severity.WARNING;
    }

    @Override
    public List<Tier> tiers() {
      return List.of(tier);
    }
  }

  /** Even the least that the tier gives is above what settles without a person. */
  record AlwaysAboveLimit(FindingId id, Tier tier, Money amount, Money limit, Example example)
      implements Finding {

    @Override
    public Severity severity() {
      return Severity.WARNING;
    }

    @Override
    public List<Tier> tiers() {
      return List.of(tier);
    }
  }

  /** Discounts bring what an order gets for a tier below zero. */
  record BelowZero(FindingId id, Tier tier, List<Modifier> modifiers, Money amount, Example example)
      implements Finding {

    public BelowZero {
      modifiers = List.copyOf(modifiers);
    }

    @Override
    public Severity severity() {
      return Severity.WARNING;
    }

    @Override
    public List<Tier> tiers() {
      return List.of(tier);
    }
  }

  /**
   * An expression does not pass the check of its language, so that orders that come to it are held.
   *
   * @param tiers those that ask it; none where a modifier does, or the book of all its orders
   */
  record RefusedExpression(
      FindingId id, ExpressionText expression, List<Tier> tiers, List<ExpressionProblem> problems)
      implements Finding {

    public RefusedExpression {
      tiers = List.copyOf(tiers);
      problems = List.copyOf(problems);
    }

    @Override
    public Severity severity() {
      return Severity.ERROR;
    }

    @Override
    public @Nullable Example example() {
      return null;
    }
  }

  /**
   * The book declares to cover these orders, and the only tier of a required category that may
   * admit them asks an expression, of which nothing can be proven.
   */
  record GapByExpression(FindingId id, FeeCategory category, Tier tier, Area area, Example example)
      implements Finding {

    @Override
    public Severity severity() {
      return Severity.ERROR;
    }

    @Override
    public List<Tier> tiers() {
      return List.of(tier);
    }
  }

  /**
   * Whether the tier wins on some order hangs on its expression. The example meets all else, and no
   * tier without an expression comes before it there.
   */
  record ReachByExpression(FindingId id, Tier tier, Example example) implements Finding {

    @Override
    public Severity severity() {
      return Severity.WARNING;
    }

    @Override
    public List<Tier> tiers() {
      return List.of(tier);
    }
  }

  /**
   * A modifier or rebate asks how a promise came out, which is not known of orders that do not
   * state these times, so that it passes them by.
   *
   * @param name of the modifier or rebate
   * @param asking its id
   */
  record UndecidedPromise(FindingId id, String name, String asking, List<Times.Event> missing)
      implements Finding {

    public UndecidedPromise {
      missing = List.copyOf(missing);
    }

    @Override
    public Severity severity() {
      return Severity.WARNING;
    }

    @Override
    public List<Tier> tiers() {
      return List.of();
    }

    @Override
    public @Nullable Example example() {
      return null;
    }
  }

  /**
   * The book prices orders by a calendar in a year of which it lists no day, so that every day of
   * it is taken for an ordinary one.
   *
   * @param year the first such year
   */
  record CalendarEnds(FindingId id, WorkCalendar calendar, int year) implements Finding {

    @Override
    public Severity severity() {
      return Severity.WARNING;
    }

    @Override
    public List<Tier> tiers() {
      return List.of();
    }

    @Override
    public @Nullable Example example() {
      return null;
    }
  }
}
