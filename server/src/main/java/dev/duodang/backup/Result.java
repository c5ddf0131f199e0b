package dev.duodang.backup;

import java.util.Locale;

/**
 * What was kept or put back.
 *
 * @param moment as of when, as ISO 8601
 * @param tables how many
 * @param rows of all tables
 * @param bytes of the file
 * @param millis it took
 */
record Result(String moment, int tables, long rows, long bytes, long millis) {

  /** {@code 1,234 rows of 21 tables as of 2026-11-28T02:00:00Z (5,678 bytes) in 1.2 s}. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%,d rows of %d tables as of %s (%,d bytes) in %.1f s",
        rows,
        tables,
        moment,
        bytes,
        millis / 1000.0);
  }
}
