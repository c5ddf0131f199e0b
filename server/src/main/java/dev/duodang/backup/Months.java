package dev.duodang.backup;

import dev.duodang.configuration.ExitCode;
import dev.duodang.configuration.StartRefused;
import dev.duodang.database.MonthlyTable;
import dev.duodang.database.WholeDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;

/**
 * Takes closed months out of the database, each into a file of its own, and puts them back, while a
 * server works or none does.
 */
final class Months {

  /** How long the tables may be waited for at a time; all orders wait behind this. */
  private static final String PATIENCE = "500ms";

  private static final int ATTEMPTS = 60;
  private static final long PAUSE_MILLIS = 1_000;

  /** The state of a lock that was not to be had in time. */
  private static final String LOCK_NOT_AVAILABLE = "55P03";

  private static final String LIST =
      """
      SELECT to_char(month, 'YYYY-MM'), file, seal, rows, bytes FROM duodang.archived_month
      ORDER BY month
      """;

  private static final String WAITING =
      """
      SELECT order_no FROM duodang.order_key
      WHERE state IN ('ESTIMATED', 'ON_HOLD') AND first_month =
      """;

  private static final String ADD =
      """
      INSERT INTO duodang.archived_month (month, file, seal, rows, bytes, archived_at)
      VALUES (?::date, ?, ?, ?, ?, now())
      """;

  private final WholeDatabase database;
  private final PrintStream progress;

  Months(WholeDatabase database, PrintStream progress) {
    this.database = database;
    this.progress = progress;
  }

  /**
   * A month that lies in a file.
   *
   * @param file its name when it was made
   * @param seal the checksum in its last bytes, by which it is known
   */
  record Archived(YearMonth month, String file, String seal, long rows, long bytes) {}

  /** Months in the database and outside. */
  record State(List<YearMonth> here, List<Archived> archived) {
    State {
      here = List.copyOf(here);
      archived = List.copyOf(archived);
    }
  }

  State state() throws SQLException {
    try (Connection connection = database.read()) {
      return state(connection);
    }
  }

  private static State state(Connection connection) throws SQLException {
    return new State(
        Catalogue.allMonths(connection).stream()
            .map(day -> YearMonth.parse(day.substring(0, 7)))
            .toList(),
        Catalogue.rows(
            connection,
            LIST,
            row ->
                new Archived(
                    YearMonth.parse(row.getString(1)),
                    row.getString(2),
                    row.getString(3),
                    row.getLong(4),
                    row.getLong(5))));
  }

  /**
   * Writes the month into a file, reads that again, then takes the month out of the database.
   *
   * @throws StartRefused if the month is not closed, not the oldest, or orders of it still wait
   */
  Archived archive(YearMonth month, Path file) throws IOException, SQLException {
    try (Connection connection = database.read()) {
      requireClosed(connection, month);
    }
    SealedZip.write(file, zip -> write(zip, month));
    boolean isOut = false;
    try (Archive archive = Archive.open(file)) {
      Archived archived =
          new Archived(
              month,
              String.valueOf(file.getFileName()),
              archive.seal(),
              archive.rows(),
              SealedZip.size(file));
      detach(archived, archive.end().rows());
      isOut = true;
      return archived;
    } finally {
      if (!isOut) {
        Files.deleteIfExists(file);
      }
    }
  }

  private static void requireClosed(Connection connection, YearMonth month) throws SQLException {
    State state = state(connection);
    YearMonth now =
        YearMonth.parse(
            Catalogue.strings(connection, "SELECT to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM')")
                .getFirst());
    YearMonth last = now.minusMonths(2);
    if (state.archived().stream().anyMatch(one -> one.month().equals(month))) {
      throw refused("The month " + month + " is archived already.");
    }
    if (!state.here().contains(month)) {
      throw refused(
          "The month %s is not here; there are %s."
              .formatted(month, words(state.here(), any -> !any.isAfter(last))));
    }
    if (month.isAfter(last)) {
      throw refused(
          "The month %s is not closed: the last that can be archived is %s."
              .formatted(month, last));
    }
    if (state.here().getFirst().isBefore(month)) {
      throw refused(
          "Archive the months in their order: the first that is here is %s."
              .formatted(state.here().getFirst()));
    }
    connection.setAutoCommit(false);
    RowsOut all = RowsOut.of(connection);
    if (!all.strings("SELECT '' FROM duodang.ledger_opening").isEmpty()) {
      throw refused(
          "Orders of before the ledger are still being posted to it. Start the server, and archive when it is done.");
    }
    List<String> waiting = all.strings(WAITING + "'" + month + "-01' ORDER BY order_no");
    if (!waiting.isEmpty()) {
      throw refused(
          "%,d orders that began in %s are not settled yet, the first are %s. Settle or cancel them first."
              .formatted(
                  waiting.size(),
                  month,
                  waiting.stream().limit(5).collect(Collectors.joining(", "))));
    }
    connection.rollback();
  }

  private static String words(List<YearMonth> months, Predicate<YearMonth> allowed) {
    String words =
        months.stream().filter(allowed).map(YearMonth::toString).collect(Collectors.joining(", "));
    return words.isEmpty() ? "none that is closed" : words;
  }

  private Head write(SealedZip zip, YearMonth month) throws IOException, SQLException {
    try (Connection connection = database.read()) {
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
        statement.execute("SET LOCAL TIME ZONE 'UTC'");
        statement.execute("SET LOCAL statement_timeout = 0");
      }
      List<Head.Migration> migrations = Catalogue.migrations(connection);
      Head head =
          new Head(
              Head.FORMAT,
              Head.Kind.MONTH,
              Catalogue.moment(connection),
              migrations.getLast().version(),
              migrations,
              List.of(month + "-01"),
              monthly(connection),
              Map.of());
      zip.json(Archive.HEAD, head);
      Map<String, Long> counts = new TreeMap<>();
      RowsOut rows = RowsOut.of(connection);
      for (Head.Table table : head.tables()) {
        long count = rows.copy(zip, table, "month = '" + month + "-01'");
        counts.put(table.name(), count);
        progress.printf(Locale.ROOT, "%,15d rows of %s%n", count, table.name());
      }
      zip.json(Archive.END, new Archive.End(counts));
      return head;
    }
  }

  /** The tables that have months; what tells of orders' revisions first, as the writer asks. */
  private static List<Head.Table> monthly(Connection connection) throws SQLException {
    List<String> names = Catalogue.strings(connection, "SELECT name FROM duodang.monthly_table");
    return Catalogue.tables(connection).stream()
        .filter(table -> names.contains(table.name()))
        .toList();
  }

  private void detach(Archived archived, Map<String, Long> counts)
      throws IOException, SQLException {
    for (int attempt = 1; ; attempt++) {
      try (Connection connection = owning()) {
        lock(connection, counts);
        for (Map.Entry<String, Long> table : counts.entrySet()) {
          requireSame(connection, archived.month(), table.getKey(), table.getValue());
        }
        try (Statement statement = connection.createStatement()) {
          for (String table : counts.keySet()) {
            statement.execute("DROP TABLE " + MonthlyTable.partition(table, archived.month()));
          }
        }
        note(connection, archived);
        connection.commit();
        return;
      } catch (SQLException e) {
        if (!LOCK_NOT_AVAILABLE.equals(e.getSQLState()) || attempt == ATTEMPTS) {
          throw e;
        }
      }
      pause();
    }
  }

  /**
   * Keeps everybody from the tables, the writer first: it begins with revisions. After that none is
   * waited for, so that nobody who reads can be in the way of somebody who waits.
   */
  private static void lock(Connection connection, Map<String, Long> tables) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET LOCAL lock_timeout = '" + PATIENCE + "'");
      statement.execute("LOCK TABLE duodang.order_revision IN ACCESS EXCLUSIVE MODE");
      for (String table : tables.keySet()) {
        statement.execute("LOCK TABLE duodang.\"" + table + "\" IN ACCESS EXCLUSIVE MODE NOWAIT");
      }
    }
  }

  /** Rows that came after the file was written, which only a clock set far back can bring. */
  private static void requireSame(
      Connection connection, YearMonth month, String table, long expected) throws SQLException {
    String found =
        Catalogue.strings(
                connection, "SELECT count(*) FROM " + MonthlyTable.partition(table, month))
            .getFirst();
    if (!found.equals(Long.toString(expected))) {
      throw refused(
          "The table %s has %s rows of %s where the file has %d: somebody writes into it. Nothing was taken out."
              .formatted(table, found, month, expected));
    }
  }

  private static void note(Connection connection, Archived archived) throws SQLException {
    try (PreparedStatement add = connection.prepareStatement(ADD)) {
      add.setString(1, archived.month() + "-01");
      add.setString(2, archived.file());
      add.setString(3, archived.seal());
      add.setLong(4, archived.rows());
      add.setLong(5, archived.bytes());
      add.executeUpdate();
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartRefused(ExitCode.DATABASE, "It was interrupted.", e);
    }
  }

  /** A connection in a transaction, as who owns the tables even if it is the superuser's. */
  private Connection owning() throws SQLException {
    Connection connection = database.own();
    try {
      String owner =
          Catalogue.strings(
                  connection,
                  "SELECT quote_ident(tableowner) FROM pg_tables WHERE schemaname = 'duodang' AND tablename = 'order_key'")
              .getFirst();
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        statement.execute("SET LOCAL ROLE " + owner);
        statement.execute("SET LOCAL TIME ZONE 'UTC'");
        statement.execute("SET LOCAL statement_timeout = 0");
      }
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /**
   * Puts a month back, with one commit.
   *
   * @throws StartRefused if the file is not the one of the newest archived month
   */
  Archived bringBack(Path file) throws IOException, SQLException {
    try (Archive archive = Archive.open(file);
        Connection connection = owning()) {
      Archived archived = newest(connection, archive, file);
      fill(connection, archive, archived.month());
      try (PreparedStatement delete =
          connection.prepareStatement("DELETE FROM duodang.archived_month WHERE month = ?::date")) {
        delete.setString(1, archived.month() + "-01");
        delete.executeUpdate();
      }
      connection.commit();
      return archived;
    }
  }

  private static Archived newest(Connection connection, Archive archive, Path file)
      throws SQLException {
    if (archive.head().kind() != Head.Kind.MONTH) {
      throw refused(
          "The file \"" + file + "\" is a backup, not a month. Put it back with restore.");
    }
    List<Archived> all = state(connection).archived();
    Archived mine =
        all.stream()
            .filter(one -> one.seal().equals(archive.seal()))
            .findFirst()
            .orElseThrow(
                () ->
                    refused(
                        "The file \"%s\" is of no month that was taken out of this database; those lie in %s."
                            .formatted(
                                file,
                                all.isEmpty()
                                    ? "no file"
                                    : all.stream()
                                        .map(Archived::file)
                                        .collect(Collectors.joining(", ")))));
    if (!mine.equals(all.getLast())) {
      throw refused(
          "Bring the months back from the newest: the next is %s in %s."
              .formatted(all.getLast().month(), all.getLast().file()));
    }
    return mine;
  }

  private void fill(Connection connection, Archive archive, YearMonth month)
      throws IOException, SQLException {
    Map<String, List<String>> here =
        monthly(connection).stream()
            .collect(Collectors.toMap(Head.Table::name, Head.Table::columns));
    try (PreparedStatement call =
        connection.prepareStatement("CALL duodang.make_partitions(?::date, ?::date)")) {
      call.setString(1, month + "-01");
      call.setString(2, month + "-01");
      call.execute();
    }
    try (Statement statement = connection.createStatement()) {
      for (Head.Table table : archive.head().tables()) {
        if (!here.getOrDefault(table.name(), List.of()).containsAll(table.columns())) {
          throw refused(
              "The table %s of the file has columns that this version has not: %s."
                  .formatted(table.name(), table.columnList()));
        }
        String partition = MonthlyTable.partition(table.name(), month);
        copy(connection, archive, table, partition);
        statement.execute("ANALYZE " + partition);
      }
    }
  }

  private void copy(Connection connection, Archive archive, Head.Table table, String partition)
      throws IOException, SQLException {
    String into = "COPY %s (%s) FROM STDIN".formatted(partition, table.columnList());
    try (InputStream rows = archive.table(table.name())) {
      long copied = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(into, rows);
      archive.requireRows(table.name(), copied);
      progress.printf(Locale.ROOT, "%,15d rows of %s%n", copied, table.name());
    }
  }

  private static StartRefused refused(String message) {
    return new StartRefused(ExitCode.BACKUP_FILE, message);
  }
}
