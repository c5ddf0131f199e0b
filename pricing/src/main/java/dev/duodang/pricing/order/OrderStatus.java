package dev.duodang.pricing.order;

/** How far the work is, as its source states it. */
public enum OrderStatus {
  OPEN,
  COMPLETED,
  VERIFIED,
  CANCELLED
}
