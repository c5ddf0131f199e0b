package dev.duodang.pricing.money;

/**
 * A currency of ISO 4217 and the number of digits of its minor unit: CNY has 2, JPY 0.
 *
 * @param code three capital letters
 * @param scale digits after the point, from 0 to 4
 */
public record Currency(String code, int scale) {

  public static final Currency CNY = new Currency("CNY", 2);

  public Currency {
    if (code.length() != 3 || scale < 0 || scale > 4) {
      throw new IllegalArgumentException(code + " with " + scale + " digits is not a currency");
    }
  }

  /**
   * The currency of an ISO 4217 code.
   *
   * @throws IllegalArgumentException when the code is unknown
   */
  public static Currency of(String code) {
    if (code.equals("CNY")) {
      return CNY;
    }
    try {
      int scale = java.util.Currency.getInstance(code).getDefaultFractionDigits();
      return new Currency(code, scale);
    } catch (IllegalArgumentException unknown) {
      throw new IllegalArgumentException(
          "\"" + code + "\" is not a currency of ISO 4217, such as CNY", unknown);
    }
  }

  @Override
  public String toString() {
    return code;
  }
}
