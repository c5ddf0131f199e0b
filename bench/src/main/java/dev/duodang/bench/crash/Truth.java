package dev.duodang.bench.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Looks behind the server: what is there against what must be there. */
final class Truth {

  private static final int FINDINGS_MAX = 20;

  private static final String ORDERS =
      """
      WITH l AS (
        SELECT order_no, count(*) AS lines, max(number) AS last,
          coalesce(sum(amount_minor) FILTER (WHERE relation = 'headquarters→partner' AND category = 'labour'), 0) AS labour,
          coalesce(sum(amount_minor) FILTER (WHERE relation = 'headquarters→partner' AND category = 'callOut'), 0) AS call_out,
          coalesce(sum(amount_minor) FILTER (WHERE relation = 'headquarters→partner' AND category = 'steps'), 0) AS steps,
          coalesce(sum(amount_minor) FILTER (WHERE relation = 'partner→engineer'), 0) AS engineers
        FROM duodang.line GROUP BY order_no),
      t AS (
        SELECT l.order_no, sum(l.amount_minor) AS steps FROM duodang.line l
        WHERE l.category = 'steps' AND l.kind <> 'REVERSAL'
          AND NOT EXISTS (SELECT FROM duodang.line b WHERE b.order_no = l.order_no AND b.reverses = l.number)
        GROUP BY l.order_no),
      r AS (SELECT order_no, count(*) AS revisions, max(revision) AS last FROM duodang.order_revision GROUP BY order_no),
      d AS (SELECT order_no, count(*) AS decisions FROM duodang.decision GROUP BY order_no),
      w AS (SELECT order_no, count(*) AS rows, max(state) AS state, max(revision) AS revision, sum(cost_minor) AS cost
            FROM duodang.work_order GROUP BY order_no),
      s AS (SELECT order_no, max(sequence) AS last FROM duodang.settlement GROUP BY order_no)
      SELECT k.order_no, k.sequence, k.revision, k.state, k.lines, coalesce(l.lines, 0), coalesce(l.last, 0),
        coalesce(l.labour, 0), coalesce(l.call_out, 0), coalesce(t.steps, 0), coalesce(l.engineers, 0),
        coalesce(r.revisions, 0), coalesce(r.last, 0), coalesce(d.decisions, 0),
        coalesce(w.rows, 0), w.state, w.revision, w.cost, s.last
      FROM duodang.order_key k LEFT JOIN l USING (order_no) LEFT JOIN r USING (order_no)
        LEFT JOIN d USING (order_no) LEFT JOIN w USING (order_no) LEFT JOIN s USING (order_no)
        LEFT JOIN t USING (order_no)
      """;

  private static final String WINDOWS =
      "SELECT kind || ' ' || payee_id, sum(count), sum(minor) FROM duodang.period_window GROUP BY 1";

  /** Each question counts what must not be there. */
  private static final Map<String, String> WRONG =
      new TreeMap<>(
          Map.of(
              "rows of orders that are not there",
              """
              SELECT count(*) FROM (SELECT order_no FROM duodang.line UNION ALL SELECT order_no FROM duodang.order_revision
                UNION ALL SELECT order_no FROM duodang.work_order UNION ALL SELECT order_no FROM duodang.decision
                UNION ALL SELECT order_no FROM duodang.settlement) r
              WHERE NOT EXISTS (SELECT FROM duodang.order_key k WHERE k.order_no = r.order_no)
              """,
              "lines taken back by another amount, twice, or that themselves take back",
              """
              SELECT count(*) FROM duodang.line b JOIN duodang.line o ON o.order_no = b.order_no AND o.number = b.reverses
              WHERE b.kind = 'REVERSAL' AND b.category <> 'steps'
                AND (b.amount_minor <> -o.amount_minor OR o.kind = 'REVERSAL' OR b.relation <> o.relation
                  OR EXISTS (SELECT FROM duodang.line t WHERE t.order_no = b.order_no AND t.reverses = b.reverses AND t.number <> b.number))
              """,
              "lines that take back nothing that is there",
              """
              SELECT count(*) FROM duodang.line b WHERE b.reverses IS NOT NULL
                AND NOT EXISTS (SELECT FROM duodang.line o WHERE o.order_no = b.order_no AND o.number = b.reverses AND o.number < b.number)
              """,
              "sums of regions that are not their lines'",
              """
              SELECT abs((SELECT coalesce(sum(amount_minor), 0) FROM duodang.rollup WHERE dimension = 'ALL')
                       - (SELECT coalesce(sum(amount_minor), 0) FROM duodang.line WHERE relation = 'headquarters→partner'))
              """,
              "sums of partners that are not their lines'",
              """
              SELECT count(*) FROM (SELECT key, sum(amount_minor) AS sum FROM duodang.rollup WHERE dimension = 'PARTNER' GROUP BY key) r
              FULL JOIN (SELECT payee_id AS key, sum(amount_minor) AS sum FROM duodang.line WHERE relation = 'headquarters→partner' GROUP BY payee_id) l USING (key)
              WHERE coalesce(r.sum, 0) <> coalesce(l.sum, 0)
              """,
              "sums of engineers that are not their lines'",
              """
              SELECT abs((SELECT coalesce(sum(amount_minor), 0) FROM duodang.rollup WHERE dimension = 'ENGINEER')
                       - (SELECT coalesce(sum(amount_minor), 0) FROM duodang.line WHERE relation = 'partner→engineer'))
              """,
              "sums of tiers that are not their lines'",
              """
              SELECT count(*) FROM (SELECT key, sum(amount_minor) AS sum FROM duodang.rollup WHERE dimension = 'TIER' GROUP BY key) r
              FULL JOIN (SELECT label AS key, sum(amount_minor) AS sum FROM duodang.line
                         WHERE relation = 'headquarters→partner' AND tier IS NOT NULL GROUP BY label) l USING (key)
              WHERE coalesce(r.sum, 0) <> coalesce(l.sum, 0)
              """,
              "orders counted that are not settled, or the reverse",
              """
              SELECT abs((SELECT coalesce(sum(orders), 0) FROM duodang.rollup WHERE dimension = 'ALL')
                       - (SELECT count(*) FROM duodang.order_key WHERE state = 'SETTLED'))
              """));

  private final List<String> findings = new ArrayList<>();
  private int resolved;

  private Truth() {}

  /** What was found wrong, and how many unanswered commands turned out to have been done. */
  record Judgement(List<String> findings, int foundDone) {
    Judgement {
      findings = List.copyOf(findings);
    }
  }

  /** Compares; what is found done without an answer counts as done from now on. */
  static Judgement judge(Path data, List<Sender> senders) throws IOException, SQLException {
    Truth truth = new Truth();
    try (Connection connection = open(data)) {
      connection.setAutoCommit(false);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      truth.orders(connection, senders);
      truth.windows(connection, senders);
      for (Map.Entry<String, String> question : WRONG.entrySet()) {
        truth.expect(question.getKey(), 0L, number(connection, question.getValue()));
      }
      connection.rollback();
    }
    return new Judgement(truth.findings, truth.resolved);
  }

  static Connection open(Path data) throws IOException, SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:"
            + Files.readAllLines(data.resolve("postgres/cluster/postmaster.pid")).get(3).strip()
            + "/duodang",
        "duodang_super",
        Files.readString(data.resolve("secrets/superuser.password")));
  }

  private static long number(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }

  private void expect(String what, Object expected, Object actual) {
    if (!expected.equals(actual) && findings.size() < FINDINGS_MAX) {
      findings.add(what + ": must be " + expected + ", is " + actual);
    }
  }

  private void orders(Connection connection, List<Sender> senders) throws SQLException {
    Map<String, Row> rows = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(ORDERS)) {
      while (row.next()) {
        rows.put(row.getString(1), Row.of(row));
      }
    }
    for (Sender sender : senders) {
      for (Asked asked : sender.unanswered().values()) {
        Row row = rows.get(asked.after().number());
        if (row != null && row.sequence == asked.after().sequence()) {
          sender.adopt(asked);
          resolved++;
        }
      }
      for (ModelOrder order : sender.orders().values()) {
        Row row = rows.remove(order.number());
        if (row == null) {
          expect("order " + order.number(), "there", "lost");
        } else {
          expect("order " + order.number(), Row.of(order), row.withoutSteps());
        }
      }
    }
    expect("orders that nobody sent", List.of(), List.copyOf(rows.keySet()));
  }

  private void windows(Connection connection, List<Sender> senders) throws SQLException {
    Map<String, List<Long>> expected = new TreeMap<>();
    for (Sender sender : senders) {
      for (ModelOrder order : sender.orders().values()) {
        if (order.counts()) {
          String partner = order.facts().partner();
          expected.merge("COUNTER " + partner, List.of(1L, 0L), Truth::plus);
          expected.merge("REBATE " + partner, List.of(1L, order.labour()), Truth::plus);
        }
      }
    }
    expected.replaceAll(
        (key, value) ->
            key.startsWith("COUNTER")
                ? List.of(value.getFirst(), ModelOrder.worth(value.getFirst()))
                : value);
    Map<String, List<Long>> actual = new TreeMap<>();
    long given = 0;
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(WINDOWS)) {
      while (row.next()) {
        if (row.getLong(2) != 0 || row.getLong(3) != 0) {
          actual.put(row.getString(1), List.of(row.getLong(2), row.getLong(3)));
        }
        given += row.getString(1).startsWith("COUNTER") ? row.getLong(3) : 0;
      }
    }
    expect("counts and rebates of the month", expected, actual);
    expect(
        "what the counts gave",
        given,
        number(
            connection,
            "SELECT coalesce(sum(amount_minor), 0) FROM duodang.line WHERE category = 'steps'"));
  }

  private static List<Long> plus(List<Long> one, List<Long> other) {
    return List.of(one.get(0) + other.get(0), one.get(1) + other.get(1));
  }

  /** An order as the tables have it, each number from the rows it comes from. */
  private record Row(
      long sequence,
      long revision,
      String state,
      boolean linesAreCounted,
      long labour,
      long callOut,
      long steps,
      long engineers,
      long revisions,
      long lastRevision,
      long decisions,
      long listed,
      String listedState,
      long listedRevision,
      long listedCost,
      long settledSequence) {

    static Row of(ResultSet row) throws SQLException {
      long lines = row.getLong(5);
      return new Row(
          row.getLong(2),
          row.getLong(3),
          row.getString(4),
          lines == row.getLong(6) && lines == row.getLong(7),
          row.getLong(8),
          row.getLong(9),
          row.getLong(10),
          row.getLong(11),
          row.getLong(12),
          row.getLong(13),
          row.getLong(14),
          row.getLong(15),
          row.getString(16),
          row.getLong(17),
          row.getLong(18) - row.getLong(10),
          row.getLong(19));
    }

    static Row of(ModelOrder order) {
      return new Row(
          order.sequence(),
          order.revision(),
          order.state(),
          true,
          order.labour(),
          order.callOut(),
          0,
          order.engineers(),
          order.revision(),
          order.revision(),
          order.decisions(),
          1,
          order.state(),
          order.revision(),
          order.labour() + order.callOut(),
          order.sequence());
    }

    /** What a count gave an order depends on those before it; only their sum is known. */
    Row withoutSteps() {
      return new Row(
          sequence,
          revision,
          state,
          linesAreCounted,
          labour,
          callOut,
          0,
          engineers,
          revisions,
          lastRevision,
          decisions,
          listed,
          listedState,
          listedRevision,
          listedCost,
          settledSequence);
    }
  }
}
