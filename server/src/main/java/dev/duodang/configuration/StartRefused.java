package dev.duodang.configuration;

/**
 * The server will not start, or a backup or restore not be made, for a reason an operator can act
 * on. The message is all he is shown.
 */
public final class StartRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final ExitCode exitCode;

  public StartRefused(ExitCode exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  public StartRefused(ExitCode exitCode, String message, Throwable cause) {
    super(message, cause);
    this.exitCode = exitCode;
  }

  public ExitCode exitCode() {
    return exitCode;
  }
}
