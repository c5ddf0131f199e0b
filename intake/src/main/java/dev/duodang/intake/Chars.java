package dev.duodang.intake;

/**
 * A piece of a buffer, without blanks around it: the cell that is being read. One object is used
 * for all cells of a source, so whoever keeps a text copies it by {@link #toString()}.
 */
final class Chars implements CharSequence {

  private char[] buffer = {};
  private int from;
  private int until;

  Chars over(char[] newBuffer, int offset, int length) {
    buffer = newBuffer;
    from = offset;
    until = offset + length;
    while (from < until && isBlank(buffer[from])) {
      from++;
    }
    while (from < until && isBlank(buffer[until - 1])) {
      until--;
    }
    return this;
  }

  Chars over(String text) {
    return over(text.toCharArray(), 0, text.length());
  }

  private static boolean isBlank(char c) {
    return c <= ' '
        ? c == ' ' || c == '\t' || c == '\n' || c == '\r'
        : c == '\u00a0' || c == '\u3000';
  }

  @Override
  public int length() {
    return until - from;
  }

  @Override
  public char charAt(int index) {
    return buffer[from + index];
  }

  @Override
  public boolean isEmpty() {
    return from == until;
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return new String(buffer, from + start, end - start);
  }

  int hash() {
    int hash = 0;
    for (int i = from; i < until; i++) {
      hash = hash * 31 + buffer[i];
    }
    return hash;
  }

  boolean contentEquals(String text) {
    if (text.length() != until - from) {
      return false;
    }
    for (int i = from, j = 0; i < until; i++, j++) {
      if (buffer[i] != text.charAt(j)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String toString() {
    return new String(buffer, from, until - from);
  }
}
