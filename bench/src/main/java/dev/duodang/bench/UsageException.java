package dev.duodang.bench;

/** The command line asks for something that is not there; the message says what is. */
final class UsageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }
}
