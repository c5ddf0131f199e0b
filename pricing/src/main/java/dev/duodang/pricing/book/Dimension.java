package dev.duodang.pricing.book;

import dev.duodang.pricing.order.AttributeName;

/** A fact with a closed or open list of values, by which tiers choose their orders. */
public sealed interface Dimension extends Fact {

  /** Whether the fact belongs to an item, so that it is looked for in each item of an order. */
  boolean ofItem();

  /** A fact that every work order has a place for, in the default order of specificity. */
  enum Standard implements Dimension {
    COUNTERPARTY("counterparty", false),
    CUSTOMER("customer", false),
    CUSTOMER_CLASS("customerClass", false),
    REGION("region", false),
    SERVICE("service", true),
    WARRANTY("warranty", true),
    CHANNEL("channel", false),
    PARTNER_TYPE("partnerType", false),
    MODE("mode", false),
    GRADE("grade", false),
    COMPLEXITY("complexity", false),
    URGENCY("urgency", false),
    STAGE("stage", false),
    BRAND("brand", true),
    PRODUCT("product", true),
    PROMOTION("promotion", false);

    private final String key;
    private final boolean ofItem;

    Standard(String key, boolean ofItem) {
      this.key = key;
      this.ofItem = ofItem;
    }

    @Override
    public String key() {
      return key;
    }

    @Override
    public boolean ofItem() {
      return ofItem;
    }

    /** Whether values form a tree, so that a condition on a node holds below it too. */
    public boolean isTree() {
      return this == REGION || this == SERVICE;
    }
  }

  /** A fact that the tenant declared; an item's own value goes before its order's. */
  record Attribute(AttributeName name) implements Dimension {

    @Override
    public String key() {
      return name.text();
    }

    @Override
    public boolean ofItem() {
      return true;
    }
  }
}
