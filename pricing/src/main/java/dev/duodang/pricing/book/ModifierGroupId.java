package dev.duodang.pricing.book;

/** The name of a group of modifiers inside its book, such as {@code discounts}. */
public record ModifierGroupId(String text) {

  public ModifierGroupId {
    Identifiers.checked("modifier group", text);
  }

  public static ModifierGroupId of(String text) {
    return new ModifierGroupId(text);
  }

  @Override
  public String toString() {
    return text;
  }
}
