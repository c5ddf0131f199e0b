package dev.duodang.pricing.order;

/** The earlier order that this one follows, and why. */
public record RelatedOrder(OrderNo orderNo, Kind kind) {

  /** Why an order follows another. */
  public enum Kind {
    FOLLOW_UP,
    REWORK,
    RETURN,
    EXCHANGE
  }
}
