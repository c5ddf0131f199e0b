package dev.duodang.pricing.book;

/** The name of a counter over a period inside its book, such as {@code installations}. */
public record CounterId(String text) {

  public CounterId {
    Identifiers.checked("counter", text);
  }

  public static CounterId of(String text) {
    return new CounterId(text);
  }

  @Override
  public String toString() {
    return text;
  }
}
