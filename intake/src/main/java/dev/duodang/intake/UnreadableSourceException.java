package dev.duodang.intake;

import java.io.IOException;

/**
 * A source that cannot be understood as a whole; the message says what, where and what is allowed.
 */
public final class UnreadableSourceException extends IOException {

  private static final long serialVersionUID = 1L;

  public UnreadableSourceException(String message) {
    super(message);
  }

  public UnreadableSourceException(String message, Throwable cause) {
    super(message, cause);
  }
}
