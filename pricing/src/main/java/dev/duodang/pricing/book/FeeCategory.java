package dev.duodang.pricing.book;

/**
 * A kind of fee; of its tiers one wins, for each item or once for an order.
 *
 * @param name as people read it, such as 人工
 * @param required whether an order without a tier here is held
 */
public record FeeCategory(CategoryId id, String name, Per per, boolean required) {

  /** For what a tier is looked for. */
  public enum Per {
    ITEM,
    ORDER
  }
}
