package dev.duodang.pricing.book;

/** The name of a fee category inside its book, such as {@code labour}. */
public record CategoryId(String text) {

  public CategoryId {
    Identifiers.checked("category", text);
  }

  public static CategoryId of(String text) {
    return new CategoryId(text);
  }

  @Override
  public String toString() {
    return text;
  }
}
