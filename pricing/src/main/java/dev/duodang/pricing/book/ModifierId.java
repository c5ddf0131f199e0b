package dev.duodang.pricing.book;

/** The name of a modifier inside its book, such as {@code night}. */
public record ModifierId(String text) {

  public ModifierId {
    Identifiers.checked("modifier", text);
  }

  public static ModifierId of(String text) {
    return new ModifierId(text);
  }

  @Override
  public String toString() {
    return text;
  }
}
