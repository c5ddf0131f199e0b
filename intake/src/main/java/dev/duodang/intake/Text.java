package dev.duodang.intake;

/** Free text of people: any printable characters, up to a length. */
final class Text {

  private static final int ADDRESS_LENGTH_MAX = 400;
  private static final int REASON_LENGTH_MAX = 1000;

  private Text() {}

  static String address(CharSequence text) {
    return printable(text, ADDRESS_LENGTH_MAX);
  }

  static String printable(CharSequence text) {
    return printable(text, REASON_LENGTH_MAX);
  }

  /**
   * The text as it stands.
   *
   * @throws IllegalArgumentException when it is too long or has control characters
   */
  private static String printable(CharSequence text, int lengthMax) {
    if (text.length() > lengthMax) {
      throw new IllegalArgumentException("has more than " + lengthMax + " characters");
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean pair =
          Character.isHighSurrogate(c)
              && i + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(i + 1));
      if (pair) {
        i++;
      } else if (c < ' ' || c == 0x7f || Character.isSurrogate(c)) {
        throw new IllegalArgumentException("has a character that cannot be printed");
      }
    }
    return text.toString();
  }
}
