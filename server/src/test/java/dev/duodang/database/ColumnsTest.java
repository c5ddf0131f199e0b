package dev.duodang.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.duodang.testing.TestServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rows come in alike whether they are few, as arrays, or many, by COPY. */
final class ColumnsTest {

  private static final String KEPT =
      """
      CREATE TEMPORARY TABLE kept
        (number int, day date, text text, amount bigint, at timestamptz, flag boolean)
      """;
  private static final String INSERT = "INSERT INTO kept SELECT r.* FROM %s AS r";
  private static final String TEXT = "价 ¥\t\\N \"{}\" \ud83d\ude00\n";

  private final LocalDate thisMonth =
      LocalDate.ofInstant(TestServer.shared().bean(Clock.class).instant(), ZoneOffset.UTC)
          .withDayOfMonth(1);
  private static final long OWN = TestServer.shared().makeTenant("columns").id().value();

  private static Connection writer() throws SQLException {
    return TestServer.shared().bean(WriterConnections.class).open("test of columns");
  }

  private static Columns columns() {
    return new Columns("kept", "int4", "date", "text", "int8", "timestamptz", "bool");
  }

  private static Columns columns(int rows) {
    Columns columns = columns();
    for (int i = 0; i < rows; i++) {
      LocalDate day = LocalDate.of(1, 1, 1).plusDays(3_000L * i);
      Instant at = Instant.parse("1999-12-31T23:59:59.999999499Z").plusNanos(500L * i);
      columns.add(i, day, TEXT + i, Long.MAX_VALUE - i, at, i % 2 == 0);
    }
    columns.add(null, null, null, null, null, null);
    return columns;
  }

  private static List<String> kept(Connection connection, int most) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT kept::text FROM kept WHERE number < %d OR number IS NULL ORDER BY number"
                    .formatted(most))) {
      while (row.next()) {
        rows.add(row.getString(1));
      }
    }
    return rows;
  }

  @Test
  void manyRowsAreKeptAsFewAre() throws SQLException {
    try (Connection connection = writer();
        Statement statement = connection.createStatement()) {
      statement.execute(KEPT);
      columns(50).run(connection, INSERT);
      List<String> few = kept(connection, 50);
      statement.execute("TRUNCATE kept");
      columns(Columns.MANY).run(connection, INSERT);
      assertThat(few).hasSize(51).element(0).asString().contains("0001-01-01", "1999-12-31");
      assertThat(kept(connection, 50)).isEqualTo(few);
      assertThat(kept(connection, 10_000)).hasSize(Columns.MANY + 1);
    }
  }

  @Test
  void rowsOfOneTransactionAreNotTakenTwice() throws SQLException {
    try (Connection connection = writer();
        Statement statement = connection.createStatement()) {
      statement.execute(KEPT);
      columns(Columns.MANY).run(connection, INSERT);
      columns(Columns.MANY).run(connection, INSERT);
      assertThat(kept(connection, 10_000)).hasSize(2 * Columns.MANY + 2);
    }
  }

  @Test
  void fewRowsOfSeveralStatementsAreWrittenInTheirOrder() throws SQLException {
    try (Connection connection = writer();
        Statement statement = connection.createStatement()) {
      statement.execute(KEPT);
      String update = "UPDATE kept SET text = r.text FROM %s AS r (number, text)";
      Columns texts = new Columns("texts", "int4", "text");
      texts.add(1, "changed");
      Rows.writeAll(
          connection,
          List.of(
              columns(2).ready(INSERT), Rows.NONE, texts.ready(update), columns(0).ready(INSERT)));
      assertThat(kept(connection, 10))
          .hasSize(4)
          .filteredOn(row -> row.contains("changed"))
          .hasSize(3);
    }
  }

  @Test
  void aMomentThatNoTextSaysIsRefusedAmongFewAndAmongMany() throws SQLException {
    for (int rows : new int[] {1, Columns.MANY}) {
      try (Connection connection = writer();
          Statement statement = connection.createStatement()) {
        statement.execute(KEPT);
        Columns columns = columns(rows);
        columns.add(1, null, "", 1L, Instant.parse("+10000-01-01T00:00:00Z"), true);
        assertThatThrownBy(() -> columns.run(connection, INSERT))
            .isInstanceOfSatisfying(
                SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("22008"));
      }
    }
  }

  @Test
  void manyRowsOfAnotherTenantAreRefusedAsFewAre() throws SQLException {
    long own = TestServer.shared().makeTenant("own").id().value();
    for (int rows : new int[] {1, Columns.MANY}) {
      try (Connection connection = writer();
          Statement statement = connection.createStatement()) {
        statement.execute("SET LOCAL duodang.tenant = '" + own + "'");
        Columns columns = new Columns("order_revision", "text");
        for (int i = 0; i < rows; i++) {
          columns.add("FOREIGN-" + i);
        }
        String sql =
            """
            INSERT INTO duodang.order_revision (tenant_id, month, order_no, revision, sequence, facts,
                                                received_at, by_whom)
            SELECT %d, date_trunc('month', now())::date, r.number, 1, 1, '', now(), ''
            FROM %%s AS r (number)
            """
                .formatted(own + 1);
        assertThatThrownBy(() -> columns.run(connection, sql))
            .isInstanceOfSatisfying(
                SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"))
            .hasMessageContaining("row-level security");
      }
    }
  }

  private static final MonthlyTable ORDERS =
      MonthlyTable.of(
          "work_order",
          """
          order_no text, revision int8, status text, service text, handlers text[], state text,
          hold_reasons text[], cost_minor int8, currency text, changed_at timestamptz
          """);

  private static Columns orders(LocalDate month, int rows) {
    Columns columns = ORDERS.columns();
    for (int i = 0; i < rows; i++) {
      columns.add(
          month,
          "O" + i,
          1L,
          "OPEN",
          TEXT,
          List.of("E" + i, TEXT),
          "ESTIMATED",
          List.of(),
          100L + i,
          "CNY",
          Instant.parse("2026-07-01T00:00:00.000001Z"));
    }
    return columns;
  }

  private static List<String> ordersOf(Connection connection) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT w::text FROM work_order w WHERE order_no ~ '^O[0-9]$' ORDER BY order_no")) {
      while (row.next()) {
        rows.add(row.getString(1));
      }
    }
    return rows;
  }

  @Test
  void manyNewRowsOfAMonthAreKeptAsFewAre() throws SQLException {
    List<List<String>> kept = new ArrayList<>();
    for (int rows : new int[] {10, Columns.MANY}) {
      try (Connection connection = writer();
          Statement statement = connection.createStatement()) {
        statement.execute("SET LOCAL duodang.tenant = '" + OWN + "'");
        ORDERS.added(orders(thisMonth, rows), thisMonth).write(connection);
        kept.add(ordersOf(connection));
        connection.rollback();
      }
    }
    assertThat(kept.getFirst()).hasSize(10).allMatch(row -> row.startsWith("(" + OWN + ","));
    assertThat(kept.getLast()).isEqualTo(kept.getFirst());
  }

  @Test
  void rowsOfAnotherMonthAreRefusedAmongFewAndAmongMany() throws SQLException {
    for (int rows : new int[] {1, Columns.MANY}) {
      try (Connection connection = writer();
          Statement statement = connection.createStatement()) {
        statement.execute("SET LOCAL duodang.tenant = '" + OWN + "'");
        Rows foreign = ORDERS.added(orders(thisMonth.minusYears(30), rows), thisMonth);
        assertThatThrownBy(() -> foreign.write(connection))
            .isInstanceOfSatisfying(
                SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("23514"));
      }
    }
  }

  @Test
  void withoutATenantNoRowComesIn() throws SQLException {
    for (int rows : new int[] {1, Columns.MANY}) {
      try (Connection connection = writer()) {
        Rows nobodys = ORDERS.added(orders(thisMonth, rows), thisMonth);
        assertThatThrownBy(() -> nobodys.write(connection))
            .isInstanceOfSatisfying(
                SQLException.class, e -> assertThat(e.getSQLState()).isIn("23502", "42501"));
      }
    }
  }

  @Test
  void theWriterDoesNothingInAPartitionButAdd() throws SQLException {
    String partition = MonthlyTable.partition("line", thisMonth);
    for (String sql :
        List.of(
            "SELECT count(*) FROM " + partition,
            "UPDATE " + partition + " SET amount_minor = 0",
            "DELETE FROM " + partition,
            "TRUNCATE " + partition,
            "INSERT INTO " + partition + " (tenant_id, order_no) VALUES (" + OWN + ", 'A')",
            "COPY " + partition + " (tenant_id, order_no) FROM STDIN")) {
      try (Connection connection = writer();
          Statement statement = connection.createStatement()) {
        statement.execute("SET LOCAL duodang.tenant = '" + OWN + "'");
        assertThatThrownBy(() -> statement.execute(sql))
            .as(sql)
            .isInstanceOfSatisfying(
                SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
      }
    }
  }
}
