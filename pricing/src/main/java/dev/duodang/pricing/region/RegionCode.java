package dev.duodang.pricing.region;

import java.util.regex.Pattern;

/**
 * The code of a region: six digits of GB/T 2260 such as {@code 440305}, or a code of the tenant's
 * own tree such as {@code US-NYC-BK}.
 */
public record RegionCode(String text) {

  private static final Pattern ALLOWED = Pattern.compile("\\d{6}|[A-Z][A-Z0-9-]{1,19}");

  public RegionCode {
    if (!ALLOWED.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "region code \""
              + text
              + "\" must be six digits of GB/T 2260, or start with a capital letter and have 2 to 20"
              + " capital letters, digits and hyphens");
    }
  }

  public static RegionCode of(String text) {
    return new RegionCode(text);
  }

  @Override
  public String toString() {
    return text;
  }
}
