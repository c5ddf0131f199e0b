package dev.duodang.pricing.book;

/** The name of a price list inside its book, such as {@code parts}. */
public record PriceListId(String text) {

  public PriceListId {
    Identifiers.checked("price list", text);
  }

  public static PriceListId of(String text) {
    return new PriceListId(text);
  }

  @Override
  public String toString() {
    return text;
  }
}
