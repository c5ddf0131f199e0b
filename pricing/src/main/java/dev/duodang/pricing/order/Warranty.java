package dev.duodang.pricing.order;

/** Whether an item is in its maker's warranty. */
public enum Warranty {
  IN,
  OUT
}
