package dev.duodang.house;

/**
 * A place in the checkout that breaks a rule.
 *
 * @param path of the file, relative to the checkout
 * @param line counted from 1
 * @param message what is there, in quotes, and what to write instead
 */
record Finding(String path, int line, String message) {

  Finding {
    if (line < 1) {
      throw new IllegalArgumentException("line " + line + " of " + path + "; lines count from 1");
    }
  }

  @Override
  public String toString() {
    return path + ":" + line + ": " + message;
  }
}
