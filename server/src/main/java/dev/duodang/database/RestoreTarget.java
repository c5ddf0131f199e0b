package dev.duodang.database;

import dev.duodang.configuration.DuodangSettings;
import dev.duodang.configuration.ExitCode;
import dev.duodang.configuration.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Where a backup is put back: into a data folder, or into a database of one's own. */
public sealed interface RestoreTarget extends AutoCloseable {

  /** The new database, to be filled. */
  WholeDatabase database();

  /**
   * The database is complete: from now on it is the one that a server starts with.
   *
   * @return where what was there before lies now; null if nothing was
   */
  @Nullable Path adopt() throws IOException;

  /** Without having been adopted, leaves everything as it was. */
  @Override
  void close();

  /**
   * Makes an empty database beside what is there.
   *
   * @param keepOld whether a folder that holds data is taken, the data kept aside in it
   * @throws StartRefused if there is data already, or a server runs there
   */
  static RestoreTarget of(DuodangSettings settings, boolean keepOld)
      throws IOException, SQLException {
    return settings.database().url() == null
        ? Folder.of(settings, keepOld)
        : new Named(WholeDatabase.empty(settings, null, settings.data().toAbsolutePath()));
  }

  /**
   * A data folder with an embedded PostgreSQL.
   *
   * @param wasEmpty whether nothing was in it; the programs of PostgreSQL are unpacked there since
   */
  record Folder(DataFolder data, boolean wasEmpty, DataFolder staging, WholeDatabase database)
      implements RestoreTarget {

    static Folder of(DuodangSettings settings, boolean keepOld) throws IOException, SQLException {
      DataFolder data = DataFolder.take(settings.data());
      try {
        boolean wasEmpty = data.contents().isEmpty();
        if (!wasEmpty && !keepOld) {
          throw occupied(data);
        }
        EmbeddedPostgres.endLeftover(data, PostgresServer.programs(settings, data));
        return inside(settings, data, wasEmpty);
      } catch (IOException | SQLException | StartRefused e) {
        data.close();
        throw e;
      }
    }

    private static StartRefused occupied(DataFolder data) {
      return new StartRefused(
          ExitCode.DATA_PRESENT,
          "The data folder \"%s\" holds data already (%s). Nothing was changed. Name an empty one with --data, or add --keep-old to put that data aside inside the folder."
              .formatted(data.root(), String.join(", ", data.contents())));
    }

    private static Folder inside(DuodangSettings settings, DataFolder data, boolean wasEmpty)
        throws IOException, SQLException {
      Path place = data.root().resolve(RestoredFolder.UNFINISHED);
      DataFolder staging = DataFolder.take(place);
      try {
        // A restore that was killed may have left files and a PostgreSQL.
        EmbeddedPostgres.endLeftover(staging, PostgresServer.programs(settings, staging));
        for (String name : staging.contents()) {
          PostgresBinaries.deleteTree(place.resolve(name));
        }
        return new Folder(data, wasEmpty, staging, WholeDatabase.empty(settings, staging, place));
      } catch (IOException | SQLException | StartRefused e) {
        staging.close();
        throw e;
      }
    }

    @Override
    public @Nullable Path adopt() throws IOException {
      database.close();
      data.folder(RestoredFolder.UNFINISHED + "/imports");
      staging.close();
      Path aside = RestoredFolder.adopt(data.root());
      if (wasEmpty && Files.exists(aside)) {
        PostgresBinaries.deleteTree(aside);
      }
      return Files.exists(aside) ? aside : null;
    }

    @Override
    public void close() {
      Path place = data.root().resolve(RestoredFolder.UNFINISHED);
      try {
        if (Files.exists(place)) {
          database.close();
          staging.close();
          PostgresBinaries.deleteTree(place);
        }
      } catch (IOException e) {
        throw new StartRefused(
            ExitCode.DATABASE, "\"" + place + "\" cannot be deleted: " + e.getMessage(), e);
      } finally {
        data.close();
      }
    }
  }

  /** A database that somebody else keeps; it counts from the commit that fills it. */
  record Named(WholeDatabase database) implements RestoreTarget {

    @Override
    public @Nullable Path adopt() {
      return null;
    }

    @Override
    public void close() {
      database.close();
    }
  }
}
