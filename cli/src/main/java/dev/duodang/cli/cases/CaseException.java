package dev.duodang.cli.cases;

/** A case that cannot be read; the message says what and why. */
final class CaseException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  CaseException(String message) {
    super(message);
  }

  CaseException(String message, Throwable cause) {
    super(message, cause);
  }
}
