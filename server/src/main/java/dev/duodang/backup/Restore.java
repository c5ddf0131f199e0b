package dev.duodang.backup;

import dev.duodang.configuration.ExitCode;
import dev.duodang.configuration.StartRefused;
import dev.duodang.database.WholeDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;

/**
 * Fills an empty database from a backup: makes the tables as they were, copies the rows in with one
 * commit, then brings the tables to what this program needs.
 */
final class Restore {

  private static final String GUARDED =
      """
      SELECT format('%I.%I', n.nspname, c.relname)
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname = 'duodang' AND c.relkind IN ('r', 'p') AND NOT c.relispartition
        AND c.relforcerowsecurity ORDER BY 1
      """;

  /** Triggers of the schema's own; what they did when the rows came is in the backup. */
  private static final String TRIGGERS =
      """
      SELECT format('%I.%I %s TRIGGER %I', 'duodang', c.relname, '%s', t.tgname)
      FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
      WHERE c.relnamespace = 'duodang'::regnamespace AND NOT t.tgisinternal AND NOT c.relispartition
        AND t.tgenabled = 'O' ORDER BY 1
      """;

  private final Archive archive;
  private final PrintStream progress;

  Restore(Archive archive, PrintStream progress) {
    this.archive = archive;
    this.progress = progress;
  }

  /**
   * Fills the database.
   *
   * @throws StartRefused if this program has not the tables that the backup was made of
   */
  void into(WholeDatabase database) throws IOException, SQLException {
    Head head = archive.head();
    database.migrateTo(head.schema());
    try (Connection connection = database.own()) {
      connection.setAutoCommit(false);
      requireSameTables(connection);
      fill(connection);
      connection.commit();
    }
    files(database.files());
    database.migrate();
    try (Connection connection = database.own();
        Statement statement = connection.createStatement()) {
      statement.execute("ANALYZE");
    }
  }

  private void requireSameTables(Connection connection) throws SQLException {
    Head head = archive.head();
    List<Head.Migration> here = Catalogue.migrations(connection);
    if (!here.equals(head.migrations())) {
      List<Head.Migration> strange = new ArrayList<>(head.migrations());
      strange.removeAll(here);
      List<Head.Migration> more = new ArrayList<>(here);
      more.removeAll(head.migrations());
      throw new StartRefused(
          ExitCode.BACKUP_FILE,
          "The backup was made with tables of version %s, which this program does not have (%s). Restore it with the version that made it or a newer one. Nothing was changed."
              .formatted(
                  head.schema(),
                  strange.isEmpty()
                      ? "it lacks " + versions(more)
                      : "unknown here is " + versions(strange)));
    }
    if (!new TreeSet<>(described(Catalogue.tables(connection)))
        .equals(new TreeSet<>(described(head.tables())))) {
      throw new StartRefused(
          ExitCode.BACKUP_FILE,
          "The tables of the backup are not those that its version "
              + head.schema()
              + " makes. Nothing was changed.");
    }
  }

  private static String versions(List<Head.Migration> migrations) {
    return migrations.stream().map(Head.Migration::version).collect(Collectors.joining(", "));
  }

  private static List<String> described(List<Head.Table> tables) {
    return tables.stream().map(table -> table.name() + " " + table.columns()).toList();
  }

  private void fill(Connection connection) throws IOException, SQLException {
    Head head = archive.head();
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET LOCAL TIME ZONE 'UTC'");
      statement.execute("SET LOCAL statement_timeout = 0");
      makeMonths(connection, head.months());
      List<String> guarded = Catalogue.strings(connection, GUARDED);
      List<String> triggers = Catalogue.strings(connection, TRIGGERS);
      alter(statement, guarded, " NO FORCE ROW LEVEL SECURITY");
      switchTriggers(statement, triggers, "DISABLE");
      // Rows that the migrations made are in the backup as they became.
      statement.execute(
          "TRUNCATE "
              + head.tables().stream()
                  .map(table -> "duodang.\"" + table.name() + "\"")
                  .collect(Collectors.joining(", ")));
      for (Head.Table table : head.tables()) {
        copy(connection, table);
      }
      setSequences(connection, head.sequences());
      statement.execute("SET CONSTRAINTS ALL IMMEDIATE");
      switchTriggers(statement, triggers, "ENABLE");
      alter(statement, guarded, " FORCE ROW LEVEL SECURITY");
    }
  }

  private static void alter(Statement statement, List<String> tables, String what)
      throws SQLException {
    for (String table : tables) {
      statement.execute("ALTER TABLE " + table + what);
    }
  }

  private static void switchTriggers(Statement statement, List<String> triggers, String how)
      throws SQLException {
    for (String trigger : triggers) {
      statement.execute("ALTER TABLE " + trigger.replace("%s", how));
    }
  }

  private static void makeMonths(Connection connection, List<String> months) throws SQLException {
    if (!months.isEmpty()) {
      try (PreparedStatement call =
          connection.prepareStatement("CALL duodang.make_partitions(?::date, ?::date)")) {
        call.setString(1, months.getFirst());
        call.setString(2, months.getLast());
        call.execute();
      }
    }
  }

  private void copy(Connection connection, Head.Table table) throws IOException, SQLException {
    String into = "COPY duodang.\"" + table.name() + "\" (" + table.columnList() + ") FROM STDIN";
    try (InputStream rows = archive.table(table.name())) {
      long copied = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(into, rows);
      archive.requireRows(table.name(), copied);
      progress.printf(Locale.ROOT, "%,15d rows of %s%n", copied, table.name());
    }
  }

  private static void setSequences(Connection connection, Map<String, Long> sequences)
      throws SQLException {
    try (PreparedStatement set =
        connection.prepareStatement("SELECT setval(format('duodang.%I', ?)::regclass, ?)")) {
      for (Map.Entry<String, Long> sequence : sequences.entrySet()) {
        set.setString(1, sequence.getKey());
        set.setLong(2, sequence.getValue());
        set.executeQuery().close();
      }
    }
  }

  private void files(Path root) throws IOException {
    for (String name : archive.files()) {
      Path file = root.resolve(name.substring(Archive.FILES.length())).normalize();
      if (!file.startsWith(root)) {
        throw new IOException("\"" + name + "\" leads out of its folder");
      }
      Files.createDirectories(file.resolveSibling("."));
      try (InputStream in = archive.open(name)) {
        Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }
}
