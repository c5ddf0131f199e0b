package dev.duodang.pricing.order;

/** The name of a fact that the tenant declared, such as {@code floor}. At most 40 characters. */
public record AttributeName(String text) {

  public AttributeName {
    Words.checked("attribute name", text, 40);
  }

  public static AttributeName of(String text) {
    return new AttributeName(text);
  }

  @Override
  public String toString() {
    return text;
  }
}
