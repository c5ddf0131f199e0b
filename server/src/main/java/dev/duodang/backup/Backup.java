package dev.duodang.backup;

import dev.duodang.configuration.StartRefused;
import dev.duodang.database.WholeDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes everything as of one moment into one file, while a server works or none does. */
final class Backup {

  private final WholeDatabase database;
  private final PrintStream progress;

  Backup(WholeDatabase database, PrintStream progress) {
    this.database = database;
    this.progress = progress;
  }

  /**
   * Writes the file. It has its name only when it is complete and on the disk.
   *
   * @throws StartRefused if it is there already or cannot be written
   */
  Result into(Path file) throws SQLException {
    long start = System.nanoTime();
    Written written = SealedZip.write(file, this::write);
    return new Result(
        written.head().moment(),
        written.head().tables().size(),
        written.rows(),
        SealedZip.size(file),
        (System.nanoTime() - start) / 1_000_000);
  }

  /** What was written. */
  private record Written(Head head, long rows) {}

  private Written write(SealedZip zip) throws IOException, SQLException {
    try (Connection connection = database.read();
        Spool spool = new Spool(database.files())) {
      spool.hold();
      Head head = open(connection);
      spool.hold();
      zip.json(Archive.HEAD, head);
      Map<String, Long> counts = new TreeMap<>();
      RowsOut rows = RowsOut.of(connection);
      for (Head.Table table : head.tables()) {
        long count = rows.copy(zip, table, "TRUE");
        counts.put(table.name(), count);
        progress.printf(Locale.ROOT, "%,15d rows of %s%n", count, table.name());
      }
      for (Map.Entry<String, InputStream> file : spool.held().entrySet()) {
        zip.entry(Archive.FILES + file.getKey(), file.getValue()::transferTo);
      }
      zip.json(Archive.END, new Archive.End(counts));
      return new Written(head, counts.values().stream().mapToLong(Long::longValue).sum());
    }
  }

  /** From here on the connection sees one moment, and nobody changes the tables' form. */
  private static Head open(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
      statement.execute("SET LOCAL TIME ZONE 'UTC'");
      statement.execute("SET LOCAL statement_timeout = 0");
      statement.execute("SET LOCAL lock_timeout = '60s'");
      List<Head.Table> tables = Catalogue.tables(connection);
      statement.execute(
          "LOCK TABLE "
              + tables.stream()
                  .map(table -> "duodang.\"" + table.name() + "\"")
                  .collect(Collectors.joining(", "))
              + " IN ACCESS SHARE MODE");
      List<Head.Migration> migrations = Catalogue.migrations(connection);
      return new Head(
          Head.FORMAT,
          Head.Kind.BACKUP,
          Catalogue.moment(connection),
          migrations.getLast().version(),
          migrations,
          Catalogue.months(connection),
          tables,
          Catalogue.sequences(connection));
    }
  }
}
