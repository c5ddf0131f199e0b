package dev.duodang.pricing.order;

import java.util.HexFormat;

/**
 * 128 bits that stand for all facts of an order: equal facts give equal digests, whatever the order
 * in which a source wrote its maps. It tells honest deliveries apart; it is no protection against
 * facts made to collide.
 */
public record FactsDigest(long high, long low) {

  static FactsDigest of(WorkOrder order) {
    return CanonicalFacts.digest(order);
  }

  /** 32 hexadecimal digits. */
  @Override
  public String toString() {
    HexFormat hex = HexFormat.of();
    return hex.toHexDigits(high) + hex.toHexDigits(low);
  }

  /**
   * Reads what {@link #toString()} wrote.
   *
   * @throws NumberFormatException when the text is not 32 hexadecimal digits
   */
  public static FactsDigest parse(String text) {
    if (text.length() != 32) {
      throw new NumberFormatException("\"" + text + "\" is not 32 hexadecimal digits");
    }
    return new FactsDigest(
        Long.parseUnsignedLong(text.substring(0, 16), 16),
        Long.parseUnsignedLong(text.substring(16), 16));
  }
}
