package dev.duodang.pricing.book;

/** The name of a price book, such as {@code home-service}; its versions share it. */
public record BookId(String text) {

  public BookId {
    Identifiers.checked("book", text);
  }

  public static BookId of(String text) {
    return new BookId(text);
  }

  @Override
  public String toString() {
    return text;
  }
}
