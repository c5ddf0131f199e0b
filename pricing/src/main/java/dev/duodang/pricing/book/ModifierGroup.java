package dev.duodang.pricing.book;

/**
 * Modifiers of which one applies, such as discounts that do not add up. Its members stand one after
 * the other in the book, so that the group has one place among the modifiers.
 *
 * @param name as people read it, such as 折扣择一
 * @param choice how the one is found
 * @param per whether one applies to the order as a whole, or one to each item
 */
public record ModifierGroup(ModifierGroupId id, String name, Choice choice, FeeCategory.Per per) {

  /** How the one that applies is found among those whose conditions hold. */
  public enum Choice {
    /** The one that gives the payee most; of equal ones the first in the book. */
    BEST,
    /** The one of the highest priority; no two members share one. */
    PRIORITY
  }
}
