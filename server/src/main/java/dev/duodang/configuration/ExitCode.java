package dev.duodang.configuration;

/** What the process tells its caller when a start, a backup or a restore is refused. */
public enum ExitCode {
  /** A setting is unknown or not allowed. */
  SETTINGS(2),
  /** The HTTP port is taken. */
  PORT_TAKEN(3),
  /** Another server uses the data folder. */
  DATA_IN_USE(4),
  /** The database cannot be started, reached, trusted, or is held by another server. */
  DATABASE(5),
  /** A backup file cannot be written, is damaged, cut, of a newer version, or no backup. */
  BACKUP_FILE(6),
  /** A restore would put data where there is data. */
  DATA_PRESENT(7);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  public int number() {
    return number;
  }
}
