package dev.duodang.pricing.rating;

import dev.duodang.pricing.book.CategoryId;
import dev.duodang.pricing.book.ModifierId;
import dev.duodang.pricing.book.TierId;
import dev.duodang.pricing.money.Exact;
import dev.duodang.pricing.money.Money;
import dev.duodang.pricing.order.PartNo;
import org.jspecify.annotations.Nullable;

/**
 * One amount of one order in one relation, with where it comes from.
 *
 * @param item the item's place from 0, or -1 for the whole order
 * @param tier the tier that won; on a line of a modifier, that of the charge it stands with
 * @param modifier the modifier that made the line; null on a charge
 * @param part the part of a price list; else null
 * @param label the name of the tier or modifier, as people read it
 * @param quantity the measured quantity; null where none was measured
 * @param tax what of the amount, or beside it, is tax; null where the book has none
 */
public record Line(
    Kind kind,
    CategoryId category,
    int item,
    @Nullable TierId tier,
    @Nullable ModifierId modifier,
    @Nullable PartNo part,
    String label,
    Money amount,
    @Nullable Exact quantity,
    Computation computation,
    @Nullable LineTax tax) {

  /** A line whose tax is not worked out. */
  Line(
      Kind kind,
      CategoryId category,
      int item,
      @Nullable TierId tier,
      @Nullable ModifierId modifier,
      @Nullable PartNo part,
      String label,
      Money amount,
      @Nullable Exact quantity,
      Computation computation) {
    this(kind, category, item, tier, modifier, part, label, amount, quantity, computation, null);
  }

  Line with(@Nullable LineTax worked) {
    return new Line(
        kind, category, item, tier, modifier, part, label, amount, quantity, computation, worked);
  }

  /** What made a line. */
  public enum Kind {
    CHARGE,
    MODIFIER,
    LIMIT
  }
}
