package dev.duodang.pricing.order;

/** The number of a work order, unique in a tenant, such as {@code H06}. At most 64 characters. */
public record OrderNo(String text) {

  public OrderNo {
    Words.checked("order number", text, 64);
  }

  public static OrderNo of(String text) {
    return new OrderNo(text);
  }

  @Override
  public String toString() {
    return text;
  }
}
