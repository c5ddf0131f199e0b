package dev.duodang.settlement;

import java.util.regex.Pattern;

/** The number of a voucher, one of a kind in a company: {@code V-2026-0001}. */
public record VoucherNo(String text) {

  public static final String ALLOWED = "1 to 64 letters, digits, and . _ - / in between";

  private static final Pattern FORM =
      Pattern.compile("[\\p{L}\\p{N}](?:[\\p{L}\\p{N}._/-]{0,62}[\\p{L}\\p{N}])?");

  public VoucherNo {
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is not a voucher's number; allowed: " + ALLOWED);
    }
  }

  @Override
  public String toString() {
    return text;
  }
}
