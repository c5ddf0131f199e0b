package dev.duodang.pricing.order;

/**
 * The name of a measured quantity of an order or item, such as {@code storageDays}, or of what is
 * measured outside of orders, such as {@code satisfaction}. At most 40 characters.
 */
public record MeasureName(String text) {

  public MeasureName {
    Words.checked("measure name", text, 40);
  }

  public static MeasureName of(String text) {
    return new MeasureName(text);
  }

  @Override
  public String toString() {
    return text;
  }
}
