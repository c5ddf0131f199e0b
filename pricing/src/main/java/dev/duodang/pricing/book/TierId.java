package dev.duodang.pricing.book;

/** The name of a tier inside its book, such as {@code premium}. */
public record TierId(String text) {

  public TierId {
    Identifiers.checked("tier", text);
  }

  public static TierId of(String text) {
    return new TierId(text);
  }

  @Override
  public String toString() {
    return text;
  }
}
