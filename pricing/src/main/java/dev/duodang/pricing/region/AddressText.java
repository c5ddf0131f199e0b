package dev.duodang.pricing.region;

import java.util.Map;

/**
 * Brings what people type into one form: full-width letters and digits become plain, traditional
 * characters simplified, letters small, and everything that is neither letter nor digit a blank.
 */
final class AddressText {

  static final char BLANK = ' ';

  private final char[] forms = new char[1 << 16];

  AddressText(Map<Character, Character> simplified) {
    for (int c = 0; c < forms.length; c++) {
      forms[c] = plain((char) c);
    }
    simplified.forEach((traditional, simple) -> forms[traditional] = simple);
  }

  char[] normalised(String address) {
    char[] text = new char[address.length()];
    for (int i = 0; i < text.length; i++) {
      text[i] = forms[address.charAt(i)];
    }
    return text;
  }

  /** A name of the tree as the trie keeps it. */
  String key(String name) {
    StringBuilder key = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = forms[name.charAt(i)];
      if (c != BLANK) {
        key.append(c);
      }
    }
    return key.toString();
  }

  private static char plain(char c) {
    char narrow = c >= '！' && c <= '～' ? (char) (c - '！' + '!') : c;
    if (Character.isSurrogate(narrow)) {
      return narrow;
    }
    return Character.isLetterOrDigit(narrow) ? Character.toLowerCase(narrow) : BLANK;
  }
}
