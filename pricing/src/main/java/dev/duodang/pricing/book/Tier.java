package dev.duodang.pricing.book;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One price step: what it asks, what it costs, what it promises.
 *
 * @param name as people read it, such as 高级档
 * @param priority the higher wins, from -1,000,000 to 1,000,000
 * @param unless its line falls away when an item of the order meets this, as an inspection does
 *     when the repair follows; null for never
 * @param validFrom first day in the book's zone; null for the book's own
 * @param validUntil day after the last; null for the book's own
 * @param unlessCategories its line falls away when one of these, priced before it, has a line
 * @param outOfRange what becomes of an amount outside of the charge's minimum and maximum
 * @param taxCategory what its lines are for the book's taxes; null for the book's usual
 * @param mayBeForced whether a person may choose it for an order that does not meet what it asks
 */
public record Tier(
    TierId id,
    String name,
    CategoryId category,
    int priority,
    Conditions when,
    Charge charge,
    @Nullable Promise promise,
    @Nullable Conditions unless,
    @Nullable LocalDate validFrom,
    @Nullable LocalDate validUntil,
    List<CategoryId> unlessCategories,
    OutOfRange outOfRange,
    @Nullable TaxCategory taxCategory,
    boolean mayBeForced) {

  /** What becomes of an amount outside of a charge's minimum and maximum. */
  public enum OutOfRange {
    /** It is raised or lowered to the limit. */
    CLAMP,
    /** The order is held, so that a person looks at it. */
    HOLD
  }

  /** A tier that gives way to no category and clamps its charge. */
  public Tier(
      TierId id,
      String name,
      CategoryId category,
      int priority,
      Conditions when,
      Charge charge,
      @Nullable Promise promise,
      @Nullable Conditions unless,
      @Nullable LocalDate validFrom,
      @Nullable LocalDate validUntil) {
    this(
        id,
        name,
        category,
        priority,
        when,
        charge,
        promise,
        unless,
        validFrom,
        validUntil,
        List.of(),
        OutOfRange.CLAMP,
        null,
        false);
  }

  public Tier {
    unlessCategories = unlessCategories.stream().distinct().toList();
    if (priority < -1_000_000 || priority > 1_000_000) {
      throw new IllegalArgumentException(
          "priority " + priority + " must be between -1000000 and 1000000");
    }
    if (validFrom != null && validUntil != null && !validFrom.isBefore(validUntil)) {
      throw new IllegalArgumentException(
          "validFrom " + validFrom + " must be before validUntil " + validUntil);
    }
    if (unless != null && unless.all().isEmpty()) {
      throw new IllegalArgumentException("unless asks for nothing, so that the line never stands");
    }
  }
}
