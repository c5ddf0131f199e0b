package dev.duodang.pricing.order;

/** The stage of a customer's case that an order belongs to. */
public enum Stage {
  PRE_SALES,
  IN_SALES,
  AFTER_SALES
}
