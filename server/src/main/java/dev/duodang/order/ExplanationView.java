package dev.duodang.order;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why an order comes to what it comes to in one relation.
 *
 * @param promise what was promised and what came of it, a sentence for each part
 */
record ExplanationView(
    String relation,
    String sentence,
    @Nullable String pricingTime,
    @Nullable PricedBy book,
    List<CategoryView> categories,
    List<ModifierView> modifiers,
    List<String> promise,
    @Nullable String rounding) {

  /** The version of the book. */
  record PricedBy(String id, int version, String validFrom) {}

  /**
   * How the tier of a category was chosen.
   *
   * @param forced who chose it, why, and what would have won; none where nobody did
   */
  record CategoryView(
      String category,
      String name,
      @Nullable Integer item,
      @Nullable WinnerView winner,
      @Nullable String forced,
      String formula,
      List<LoserView> losers,
      List<LineText> lines) {}

  /** A line of the category. */
  record LineText(String label, String amount, String formula, String sentence) {}

  /** The tier that won. */
  record WinnerView(String tierId, String tierName, List<ConditionView> conditions) {}

  /** What a tier asks. */
  record ConditionView(String dimension, String text) {}

  /** A tier that lost, and the one reason. */
  record LoserView(String tierId, String tierName, String reason, String dimension) {}

  /** Whether a modifier applied. */
  record ModifierView(
      String name,
      boolean applied,
      @Nullable String reason,
      @Nullable String amount,
      @Nullable String formula) {}
}
