package dev.duodang.pricing.book;

import java.util.regex.Pattern;

/** The one check of the short names by which the parts of a book are known. */
final class Identifiers {

  private static final Pattern ALLOWED = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._·-]{0,63}");

  private Identifiers() {}

  static String checked(String what, String text) {
    if (!ALLOWED.matcher(text).matches()) {
      throw new IllegalArgumentException(
          what
              + " \""
              + text
              + "\" must start with a letter or digit and have at most 64 letters, digits, dots,"
              + " hyphens and underscores");
    }
    return text;
  }
}
