package dev.duodang.backup;

import dev.duodang.configuration.DuodangSettings;
import dev.duodang.configuration.ExitCode;
import dev.duodang.configuration.StartRefused;
import dev.duodang.database.WholeDatabase;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What an operator does with closed months: progress goes to one stream, the result to the other.
 */
public final class ArchiveCommand {

  private final DuodangSettings settings;
  private final PrintStream out;
  private final PrintStream err;

  public ArchiveCommand(DuodangSettings settings, PrintStream out, PrintStream err) {
    this.settings = settings;
    this.out = out;
    this.err = err;
  }

  /** Says which months are here and which lie in files. */
  public void list() {
    with(
        months -> {
          Months.State state = months.state();
          for (Months.Archived one : state.archived()) {
            out.println("archived  " + text(one));
          }
          out.println(
              "here      "
                  + state.here().stream()
                      .map(YearMonth::toString)
                      .collect(Collectors.joining(" ")));
        });
  }

  /**
   * Takes the rows of a closed month out of the database into a file.
   *
   * @throws StartRefused if the month is not closed, not the oldest, orders of it still wait, or
   *     the file cannot be written; nothing is changed then
   */
  public void archive(YearMonth month, Path file) {
    with(months -> out.println("Archived " + text(months.archive(month, file))));
  }

  /**
   * Puts the rows of a month back.
   *
   * @throws StartRefused if the file is not whole or not that of the newest archived month; nothing
   *     is changed then
   */
  public void bringBack(Path file) {
    with(months -> out.println("Brought back " + text(months.bringBack(file))));
  }

  private static String text(Months.Archived one) {
    return String.format(
        Locale.ROOT,
        "%s: %,d rows in %s (%,d bytes)",
        one.month(),
        one.rows(),
        one.file(),
        one.bytes());
  }

  /** Something that is done with the months. */
  private interface Work {
    void with(Months months) throws IOException, SQLException;
  }

  private void with(Work work) {
    try (WholeDatabase database = WholeDatabase.standing(settings)) {
      work.with(new Months(database, err));
    } catch (IOException | SQLException e) {
      throw new StartRefused(
          e instanceof IOException ? ExitCode.BACKUP_FILE : ExitCode.DATABASE,
          "That cannot be done, and nothing was: " + e.getMessage(),
          e);
    }
  }
}
