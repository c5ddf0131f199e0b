package dev.duodang.pricing.book;

import java.time.LocalDate;
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
    @Nullable LocalDate validUntil) {

  public Tier {
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
