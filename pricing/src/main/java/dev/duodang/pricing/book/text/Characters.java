package dev.duodang.pricing.book.text;

import java.util.Locale;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** Which characters a book's text may hold, and where one that it may not stands. */
final class Characters {

  private static final int NEXT_LINE = 0x85;
  private static final int LINE_SEPARATOR = 0x2028;
  private static final int PARAGRAPH_SEPARATOR = 0x2029;

  private Characters() {}

  /** The place of the first character that YAML does not admit, or -1. */
  static int firstUnreadable(String text) {
    int at = 0;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      if (!isReadable(c)) {
        return at;
      }
      at += Character.charCount(c);
    }
    return -1;
  }

  private static boolean isReadable(int c) {
    return (c >= ' ' && c <= '~')
        || c == '\t'
        || c == '\n'
        || c == '\r'
        || c == NEXT_LINE
        || (c >= 0xa0 && c <= 0xd7ff)
        || (c >= 0xe000 && c <= 0xfffd)
        || c >= 0x10000;
  }

  /** The place of the first character that a value on one line cannot hold, or -1. */
  static int firstOutsideOfOneLine(String value) {
    int at = 0;
    while (at < value.length()) {
      int c = value.codePointAt(at);
      boolean breaks = c == NEXT_LINE || c == LINE_SEPARATOR || c == PARAGRAPH_SEPARATOR;
      if (c < ' ' || breaks || !isReadable(c)) {
        return at;
      }
      at += Character.charCount(c);
    }
    return -1;
  }

  /** {@code U+0000}. */
  static String shown(String text, int at) {
    String digits = Integer.toHexString(text.codePointAt(at)).toUpperCase(Locale.ROOT);
    return "U+" + "0".repeat(Math.max(0, 4 - digits.length())) + digits;
  }

  static Mark mark(String text, int at) {
    int line = 0;
    int start = 0;
    for (int i = 0; i < at; i++) {
      if (text.charAt(i) == '\n' || (text.charAt(i) == '\r' && text.charAt(i + 1) != '\n')) {
        line++;
        start = i + 1;
      }
    }
    int column = text.codePointCount(start, at);
    return new Mark("book", at, line, column, new int[0], 0);
  }
}
