package dev.duodang.backup;

import dev.duodang.configuration.ExitCode;
import dev.duodang.configuration.StartRefused;
import dev.duodang.database.WholeDatabase;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** Writes everything as of one moment into one file, while a server works or none does. */
final class Backup {

  private static final int BUFFER = 1 << 16;

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
    Path target = file.toAbsolutePath().normalize();
    if (Files.exists(target)) {
      throw new StartRefused(
          ExitCode.BACKUP_FILE,
          "The file \"" + file + "\" is there already. Name another; a backup replaces none.");
    }
    try {
      // Readable by this user only, which is what a temporary file is.
      Path part =
          Files.createTempFile(target.resolveSibling("."), target.getFileName() + ".", ".part");
      part.toFile().deleteOnExit();
      try {
        Result result = write(part, start);
        Files.move(part, target);
        return result;
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      throw new StartRefused(
          ExitCode.BACKUP_FILE,
          "The backup \""
              + file
              + "\" cannot be written: "
              + e.getMessage()
              + ". There is none now.",
          e);
    }
  }

  private Result write(Path part, long start) throws IOException, SQLException {
    Head head;
    long rows = 0;
    try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE);
        SealedOutput sealed =
            new SealedOutput(new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER));
        ZipOutputStream zip = new ZipOutputStream(sealed);
        Connection connection = database.read();
        Spool spool = new Spool(database.files())) {
      zip.setLevel(Deflater.BEST_SPEED);
      zip.setComment("0".repeat(SealedOutput.LENGTH));
      spool.hold();
      head = open(connection);
      spool.hold();
      entry(zip, Archive.HEAD, head);
      Map<String, Long> counts = new TreeMap<>();
      List<String> tenants = tenants(connection);
      for (Head.Table table : head.tables()) {
        long count = table(zip, connection, table, tenants);
        counts.put(table.name(), count);
        rows += count;
        progress.printf(Locale.ROOT, "%,15d rows of %s%n", count, table.name());
      }
      files(zip, spool);
      entry(zip, Archive.END, new Archive.End(counts));
      zip.finish();
      sealed.seal();
      channel.force(true);
    }
    return new Result(
        head.moment(),
        head.tables().size(),
        rows,
        Files.size(part),
        (System.nanoTime() - start) / 1_000_000);
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
      String moment =
          Catalogue.strings(
                  connection,
                  "SELECT to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')")
              .getFirst();
      return new Head(
          Head.FORMAT,
          moment,
          migrations.getLast().version(),
          migrations,
          Catalogue.months(connection),
          tables,
          Catalogue.sequences(connection));
    }
  }

  /**
   * The tenants, if this role sees only one at a time.
   *
   * @return empty if it sees all rows at once
   */
  private static List<String> tenants(Connection connection) throws SQLException {
    boolean seesAll =
        Catalogue.strings(
                connection,
                "SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user")
            .contains("t");
    if (seesAll) {
      return List.of();
    }
    set(connection, "directory", "on");
    List<String> tenants =
        Catalogue.strings(connection, "SELECT tenant_id FROM duodang.tenant ORDER BY tenant_id");
    set(connection, "directory", "");
    return tenants;
  }

  private static void set(Connection connection, String setting, String value) throws SQLException {
    Catalogue.strings(
        connection, "SELECT set_config('duodang." + setting + "', '" + value + "', true)");
  }

  private static long table(
      ZipOutputStream zip, Connection connection, Head.Table table, List<String> tenants)
      throws IOException, SQLException {
    CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
    String select = "SELECT " + names(table) + " FROM duodang.\"" + table.name() + "\"";
    zip.putNextEntry(new ZipEntry(Archive.tableEntry(table.name())));
    long rows = 0;
    if (table.byTenant() && !tenants.isEmpty()) {
      for (String tenant : tenants) {
        set(connection, "tenant", tenant);
        // The condition beside the policy, for policies that admit more.
        rows +=
            copy.copyOut("COPY (" + select + " WHERE tenant_id = " + tenant + ") TO STDOUT", zip);
      }
    } else {
      rows = copy.copyOut("COPY (" + select + ") TO STDOUT", zip);
    }
    zip.closeEntry();
    return rows;
  }

  static String names(Head.Table table) {
    return table.columns().stream()
        .map(column -> "\"" + column + "\"")
        .collect(Collectors.joining(", "));
  }

  private static void files(ZipOutputStream zip, Spool spool) throws IOException {
    for (Map.Entry<String, InputStream> file : spool.held().entrySet()) {
      zip.putNextEntry(new ZipEntry(Archive.FILES + file.getKey()));
      file.getValue().transferTo(zip);
      zip.closeEntry();
    }
  }

  private static void entry(ZipOutputStream zip, String name, Object value) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(Archive.JSON.writeValueAsBytes(value));
    zip.closeEntry();
  }
}
