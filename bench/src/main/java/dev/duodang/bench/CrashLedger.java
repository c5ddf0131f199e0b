package dev.duodang.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks behind the server: is what it acknowledged there, once, and do the sums equal the lines?
 */
final class CrashLedger {

  private static final String LOST =
      """
      SELECT count(*) FROM unnest(?::text[]) AS a (order_no)
      WHERE (SELECT count(*) FROM duodang.order_key k WHERE k.order_no = a.order_no) <> 1
      """;

  /** Each question counts what must not be there. */
  private static final List<String> WRONG =
      List.of(
          // An order whose lines are not exactly one settlement's: 150.00 for the partner.
          """
          SELECT count(*) FROM duodang.order_key k
          WHERE (SELECT coalesce(sum(l.amount_minor), 0) FROM duodang.line l
                 WHERE l.order_no = k.order_no AND l.relation = 'headquarters→partner') <> 15000
             OR (SELECT count(*) FROM duodang.line l WHERE l.order_no = k.order_no) <> k.lines
          """,
          "SELECT count(*) FROM duodang.line l WHERE NOT EXISTS"
              + " (SELECT FROM duodang.order_key k WHERE k.order_no = l.order_no)",
          "SELECT abs((SELECT count(*) FROM duodang.order_key)"
              + " - (SELECT count(*) FROM duodang.work_order))",
          "SELECT abs((SELECT count(*) FROM duodang.order_key)"
              + " - (SELECT count(*) FROM duodang.order_revision))",
          """
          SELECT abs((SELECT coalesce(sum(amount_minor), 0) FROM duodang.rollup
                      WHERE dimension = 'ALL')
                   - (SELECT coalesce(sum(amount_minor), 0) FROM duodang.line
                      WHERE relation LIKE 'headquarters→%'))
          """,
          """
          SELECT abs((SELECT coalesce(sum(orders), 0) FROM duodang.rollup WHERE dimension = 'ALL')
                   - (SELECT count(*) FROM duodang.order_key WHERE state = 'SETTLED'))
          """,
          """
          SELECT abs((SELECT coalesce(sum(amount_minor), 0) FROM duodang.rollup
                      WHERE dimension = 'ENGINEER')
                   - (SELECT coalesce(sum(amount_minor), 0) FROM duodang.line
                      WHERE relation = 'partner→engineer'))
          """);

  private CrashLedger() {}

  /** What is wrong; nothing when nothing was lost and nothing is there twice. */
  static List<String> findings(Path data, List<String> acknowledged)
      throws IOException, SQLException {
    List<String> findings = new ArrayList<>();
    try (Connection connection = open(data)) {
      try (PreparedStatement statement = connection.prepareStatement(LOST)) {
        statement.setArray(1, connection.createArrayOf("text", acknowledged.toArray()));
        add(findings, "acknowledged orders that are not there once", statement);
      }
      for (String question : WRONG) {
        try (PreparedStatement statement = connection.prepareStatement(question)) {
          add(findings, question.strip(), statement);
        }
      }
    }
    return findings;
  }

  private static void add(List<String> findings, String what, PreparedStatement statement)
      throws SQLException {
    try (ResultSet row = statement.executeQuery()) {
      row.next();
      if (row.getLong(1) != 0) {
        findings.add(row.getLong(1) + ": " + what);
      }
    }
  }

  private static Connection open(Path data) throws IOException, SQLException {
    String port =
        Files.readAllLines(data.resolve("postgres/cluster/postgresql.conf")).stream()
            .filter(line -> line.startsWith("port = "))
            .map(line -> line.substring("port = ".length()))
            .findFirst()
            .orElseThrow();
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + port + "/duodang",
        "duodang_super",
        Files.readString(data.resolve("secrets/superuser.password")).strip());
  }
}
