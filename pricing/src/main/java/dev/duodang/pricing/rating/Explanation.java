package dev.duodang.pricing.rating;

import dev.duodang.pricing.book.Condition;
import dev.duodang.pricing.book.Dimension;
import dev.duodang.pricing.book.FeeCategory;
import dev.duodang.pricing.book.Modifier;
import dev.duodang.pricing.book.PriceBook;
import dev.duodang.pricing.book.Tier;
import dev.duodang.pricing.expression.ExpressionOutcome;
import dev.duodang.pricing.money.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why an order comes to what it comes to in one relation, as data. It is computed from the facts
 * and the immutable book alone, so it says the same at any time.
 */
public record Explanation(
    PriceBook book, Rated rated, List<Choice> choices, List<Applied> modifiers) {

  public Explanation {
    choices = List.copyOf(choices);
    modifiers = List.copyOf(modifiers);
  }

  /** The same for an order that waits, or is estimated, for reasons beyond the book. */
  public Explanation with(Rated outcome) {
    return new Explanation(book, outcome, choices, modifiers);
  }

  /**
   * How the tier of one category was chosen, for one item or the whole order.
   *
   * @param item the item's place from 0, or -1 for the whole order
   * @param winner null when no tier won
   * @param losers all other tiers of the category, the nearest first
   * @param forced the decision where somebody chose the tier; else null
   * @param best the tier that wins by what the tiers ask; null when none does
   */
  public record Choice(
      FeeCategory category,
      int item,
      @Nullable Tier winner,
      List<Loser> losers,
      Decisions.@Nullable Forced forced,
      @Nullable Tier best) {

    public Choice {
      losers = List.copyOf(losers);
    }
  }

  /** A tier that did not win, and the one reason. */
  public record Loser(Tier tier, Reason reason) {}

  /** Why a tier did not win. */
  public sealed interface Reason {

    /**
     * A condition does not hold; the first in the order of dimensions.
     *
     * @param actual what the order has instead, as its source wrote it; null for nothing
     */
    record Fails(Condition condition, @Nullable String actual) implements Reason {}

    /** It would have won, but somebody chose another. */
    record Displaced() implements Reason {}

    /** The order is cancelled, and the tier does not admit that. */
    record Cancelled() implements Reason {}

    /** The tier was not valid at the pricing time. */
    record NotValid() implements Reason {}

    /** The winner has the higher priority. */
    record Priority(int own, int winners) implements Reason {}

    /** The winner says more about a dimension, all those before it being equal. */
    record LessSpecific(Dimension dimension) implements Reason {}

    /** The winner is valid from a later day. */
    record Earlier() implements Reason {}

    /** Nothing sets the two apart; the winner's id comes first. Publishing refuses such books. */
    record Tie() implements Reason {}

    /**
     * All it asks holds, but a tier before it hangs on what is not known.
     *
     * @param byExpression whether that is an expression; else it is the region
     */
    record Undecided(boolean byExpression) implements Reason {}

    /** The known region leaves open whether it would hold. */
    record Open(Condition condition) implements Reason {}

    /** The expression is neither true nor false of the order, all else that is asked holds. */
    record NotDecided(Condition condition, ExpressionOutcome.Undecided undecided)
        implements Reason {}
  }

  /**
   * Whether a modifier applied.
   *
   * @param failing the condition that did not hold; null when it applied, or had no line to apply
   *     to
   * @param lines the lines that it made
   * @param outdone the members of its group that applied in its place
   */
  public record Applied(
      Modifier modifier, @Nullable Condition failing, List<Line> lines, List<Outdone> outdone) {

    public Applied {
      lines = List.copyOf(lines);
      outdone = List.copyOf(outdone);
    }
  }

  /** Why another member of a group of modifiers applied. */
  public sealed interface Outdone {

    /** The member that applied. */
    Modifier winner();

    /** The item's place from 0, or -1 for the whole order. */
    int item();

    /** It has the higher priority. */
    record ByPriority(Modifier winner, int item) implements Outdone {}

    /** It gives the payee more, or as much and stands first. */
    record ByAmount(Modifier winner, int item, Money own, Money winners) implements Outdone {}
  }
}
