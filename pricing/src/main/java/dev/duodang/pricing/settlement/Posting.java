package dev.duodang.pricing.settlement;

import dev.duodang.pricing.book.CategoryId;
import dev.duodang.pricing.book.ModifierId;
import dev.duodang.pricing.book.Relation;
import dev.duodang.pricing.book.TierId;
import dev.duodang.pricing.money.Exact;
import dev.duodang.pricing.money.Money;
import dev.duodang.pricing.order.PartNo;
import dev.duodang.pricing.order.Revision;
import dev.duodang.pricing.rating.LineTax;
import org.jspecify.annotations.Nullable;

/**
 * A settled line as it is posted, for good. What it says is never changed; a later line may reverse
 * it.
 *
 * @param number counts the lines of an order over all its revisions, from 1
 * @param revision the revision that the line comes from
 * @param label the tier's or modifier's name, as people read it
 * @param formula the computation with its numbers
 * @param reverses the number of the line that this one takes back; null on a line of its own, and
 *     on a reversal of what the order has in its visit without a line
 * @param tax what of the amount, or beside it, is tax; null where the book has none
 */
public record Posting(
    int number,
    Kind kind,
    Revision revision,
    Relation relation,
    BookVersion book,
    CategoryId category,
    int item,
    @Nullable TierId tier,
    @Nullable ModifierId modifier,
    @Nullable PartNo part,
    String label,
    Money amount,
    @Nullable Exact quantity,
    String formula,
    @Nullable Integer reverses,
    @Nullable Cause cause,
    @Nullable LineTax tax) {

  /** What a posted line is. */
  public enum Kind {
    CHARGE,
    MODIFIER,
    LIMIT,
    REVERSAL
  }

  /** Why an earlier line is taken back. */
  public enum Cause {
    REVISED,
    CANCELLED,
    DECIDED,
    RERATED
  }

  /** The same line with another amount and its tax. */
  Posting withAmount(Money other, @Nullable LineTax itsTax) {
    return new Posting(
        number, kind, revision, relation, book, category, item, tier, modifier, part, label, other,
        quantity, formula, reverses, cause, itsTax);
  }

  /** The same line under another number and revision. */
  Posting numbered(int other, Revision from) {
    return new Posting(
        other, kind, from, relation, book, category, item, tier, modifier, part, label, amount,
        quantity, formula, reverses, cause, tax);
  }
}
