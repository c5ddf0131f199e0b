package dev.duodang.pricing.order;

/** The number of a part in a price list, such as {@code CAP-35}. At most 120 characters. */
public record PartNo(String text) {

  public PartNo {
    Words.checked("part number", text, 64);
  }

  public static PartNo of(String text) {
    return new PartNo(text);
  }

  @Override
  public String toString() {
    return text;
  }
}
