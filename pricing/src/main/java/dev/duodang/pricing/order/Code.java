package dev.duodang.pricing.order;

/**
 * A word of a closed or open list of the tenant, such as {@code VIP}, {@code URGENT}, {@code 美的}.
 * At most 120 characters, as many as a service has.
 */
public record Code(String text) {

  public Code {
    Words.checked("code", text, 120);
  }

  public static Code of(String text) {
    return new Code(text);
  }

  @Override
  public String toString() {
    return text;
  }
}
