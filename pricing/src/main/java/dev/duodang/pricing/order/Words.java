package dev.duodang.pricing.order;

/** The one check of short texts that name something. */
final class Words {

  private Words() {}

  /** Returns {@code text}, or refuses it when it is blank, too long or has control characters. */
  static String checked(String what, String text, int lengthMax) {
    if (text.isBlank() || text.length() > lengthMax || !printable(text)) {
      throw new IllegalArgumentException(
          what
              + " \""
              + (text.length() > 40 ? text.substring(0, 40) + "…" : text)
              + "\" must have 1 to "
              + lengthMax
              + " printable characters");
    }
    return text;
  }

  private static boolean printable(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean paired =
          Character.isHighSurrogate(c)
              && i + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(i + 1));
      if (paired) {
        i++;
      } else if (c < ' ' || c == 0x7f || Character.isSurrogate(c)) {
        return false;
      }
    }
    return true;
  }
}
