package dev.duodang.pricing.book;

/** The name of what bears one rate of tax for a kind of taxpayer, such as {@code service}. */
public record TaxCategory(String text) {

  public TaxCategory {
    Identifiers.checked("tax category", text);
  }

  public static TaxCategory of(String text) {
    return new TaxCategory(text);
  }

  @Override
  public String toString() {
    return text;
  }
}
