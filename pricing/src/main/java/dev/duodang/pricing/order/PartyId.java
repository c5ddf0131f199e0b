package dev.duodang.pricing.order;

/**
 * A customer, partner, engineer or department, by the tenant's own number. At most 64 characters.
 */
public record PartyId(String text) {

  public PartyId {
    Words.checked("party", text, 64);
  }

  public static PartyId of(String text) {
    return new PartyId(text);
  }

  @Override
  public String toString() {
    return text;
  }
}
