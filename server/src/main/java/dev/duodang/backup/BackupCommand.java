package dev.duodang.backup;

import dev.duodang.configuration.DuodangSettings;
import dev.duodang.configuration.ExitCode;
import dev.duodang.configuration.StartRefused;
import dev.duodang.database.RestoreTarget;
import dev.duodang.database.WholeDatabase;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/**
 * The two commands of an operator: progress goes to one stream, one line of result to the other.
 */
public final class BackupCommand {

  private final DuodangSettings settings;
  private final PrintStream out;
  private final PrintStream err;

  public BackupCommand(DuodangSettings settings, PrintStream out, PrintStream err) {
    this.settings = settings;
    this.out = out;
    this.err = err;
  }

  /**
   * Writes everything into a file.
   *
   * @throws StartRefused if there is no database, or the file is there or cannot be written
   */
  public void backup(Path file) {
    try (WholeDatabase database = WholeDatabase.standing(settings)) {
      Result result = new Backup(database, err).into(file);
      out.println("Backed up " + result + " into " + file);
    } catch (SQLException e) {
      throw refused("The backup cannot be made", e);
    }
  }

  /**
   * Reads a backup from end to end and says what it holds.
   *
   * @throws StartRefused if it is not whole
   */
  public void check(Path file) {
    try (Archive archive = Archive.open(file)) {
      out.printf(
          "The %s is whole: %s, tables of version %s%n",
          archive.head().kind() == Head.Kind.MONTH ? "month" : "backup",
          result(archive, file, System.nanoTime()),
          archive.head().schema());
    } catch (IOException e) {
      throw refused("The backup \"" + file + "\" cannot be read", e);
    }
  }

  /**
   * Puts a backup back where the settings say.
   *
   * @param keepOld whether data that is there is put aside instead of being in the way
   * @throws StartRefused if the backup is not whole, or data is there; nothing is changed then
   */
  public void restore(Path file, boolean keepOld) {
    long start = System.nanoTime();
    try (Archive archive = Archive.open(file);
        RestoreTarget target = target(archive, file, keepOld)) {
      new Restore(archive, err).into(target.database());
      Path aside = target.adopt();
      if (aside != null) {
        err.println("What was there before lies in " + aside);
      }
      out.println("Restored " + result(archive, file, start));
    } catch (IOException | SQLException e) {
      throw refused("The backup \"" + file + "\" cannot be restored", e);
    }
  }

  private RestoreTarget target(Archive archive, Path file, boolean keepOld)
      throws IOException, SQLException {
    if (archive.head().kind() == Head.Kind.MONTH) {
      throw new StartRefused(
          ExitCode.BACKUP_FILE,
          "The file \""
              + file
              + "\" is one month, not a backup. Put it back with archive --back. Nothing was changed.");
    }
    return RestoreTarget.of(settings, keepOld);
  }

  private static Result result(Archive archive, Path file, long start) throws IOException {
    return new Result(
        archive.head().moment(),
        archive.head().tables().size(),
        archive.rows(),
        Files.size(file),
        (System.nanoTime() - start) / 1_000_000);
  }

  private static StartRefused refused(String what, Exception e) {
    return new StartRefused(
        e instanceof IOException ? ExitCode.BACKUP_FILE : ExitCode.DATABASE,
        what + ": " + e.getMessage(),
        e);
  }
}
