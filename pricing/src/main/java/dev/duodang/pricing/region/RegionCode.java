package dev.duodang.pricing.region;

import java.util.regex.Pattern;

/**
 * The code of a region: six digits of GB/T 2260 such as {@code 440305}, or a code of the tenant's
 * own tree such as {@code US-NYC-BK}. Either tells what lies below what.
 */
public record RegionCode(String text) {

  private static final Pattern TRAILING_ZEROS = Pattern.compile("(00)+$");
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

  /**
   * What the codes of all regions below this one begin with: {@code 44} for {@code 440000}, {@code
   * US-NYC-} for {@code US-NYC}.
   */
  public String below() {
    return Character.isDigit(text.charAt(0))
        ? TRAILING_ZEROS.matcher(text).replaceFirst("")
        : text + "-";
  }

  /** Whether this is the code of a region that is another or lies below it. */
  public boolean isWithin(RegionCode other) {
    return equals(other) || text.startsWith(other.below());
  }

  @Override
  public String toString() {
    return text;
  }
}
