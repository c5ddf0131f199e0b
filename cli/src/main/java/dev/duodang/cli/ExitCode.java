package dev.duodang.cli;

/** What the command line ends with. */
public final class ExitCode {

  /** Everything was done and nothing found. */
  public static final int OK = 0;

  /** Everything was done, and rows were rejected, cases failed or a book has errors. */
  public static final int FOUND_SOMETHING = 1;

  /** The command was not understood, or what it names cannot be read or written. */
  public static final int UNUSABLE = 2;

  private ExitCode() {}
}
