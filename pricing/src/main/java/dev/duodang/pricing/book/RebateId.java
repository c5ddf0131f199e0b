package dev.duodang.pricing.book;

/** The name of a rebate inside its book, such as {@code volume-bonus}; it survives versions. */
public record RebateId(String text) {

  public RebateId {
    Identifiers.checked("rebate", text);
  }

  public static RebateId of(String text) {
    return new RebateId(text);
  }

  @Override
  public String toString() {
    return text;
  }
}
