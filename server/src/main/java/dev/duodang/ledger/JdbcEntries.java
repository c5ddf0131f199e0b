package dev.duodang.ledger;

import dev.duodang.database.Columns;
import dev.duodang.database.MonthlyTable;
import dev.duodang.database.Rows;
import dev.duodang.ledger.Entry.Origin;
import dev.duodang.ledger.Entry.Source;
import dev.duodang.pricing.money.Currency;
import dev.duodang.pricing.money.Money;
import dev.duodang.settlement.Batch;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Adds entries, and reads those that later ones take back. */
final class JdbcEntries {

  static final String COLUMNS =
      "source, document, sequence, number, leg, entity, debit, debit_party, credit, credit_party,"
          + " amount_minor, currency, happened_on, posted_at, text, by_whom";

  private static final MonthlyTable ENTRIES =
      MonthlyTable.of(
          "ledger_entry",
          """
          source text, document text, sequence int4, number int4, leg int4, entity text, debit text,
          debit_party text, credit text, credit_party text, amount_minor int8, currency text,
          happened_on date, posted_at timestamptz, text text, by_whom text
          """);

  private static final String OF_DOCUMENTS =
      "SELECT %s FROM ledger_entry".formatted(COLUMNS)
          + " WHERE tenant_id = current_tenant() AND source = ? AND document = ANY(?)"
          + " ORDER BY document, sequence, number, leg";

  private static final String ACCRUED =
      """
      SELECT document, accrued_minor, postings FROM rebate_accrual
      WHERE tenant_id = current_tenant() AND document = ANY(?)
      """;

  private static final String ACCRUE =
      """
      INSERT INTO rebate_accrual (tenant_id, document, accrued_minor, postings)
      SELECT (SELECT current_tenant()), r.* FROM %s AS r
      ON CONFLICT (tenant_id, document) DO UPDATE
      SET accrued_minor = excluded.accrued_minor, postings = excluded.postings
      """;

  private JdbcEntries() {}

  /** What of a rebate is posted, in minor units, and by how many entries. */
  record Accrued(String document, long minor, int postings) {}

  static void add(Connection connection, Batch batch, List<Entry> entries) throws SQLException {
    ready(batch, entries).write(connection);
  }

  /** Entries that are to be added. */
  static Rows ready(Batch batch, List<Entry> entries) {
    Columns columns = ENTRIES.columns();
    for (Entry entry : entries) {
      columns.add(
          batch.month(),
          entry.at().source().name(),
          entry.at().document(),
          entry.at().sequence(),
          entry.at().number(),
          entry.at().leg(),
          entry.entity(),
          entry.debit().account().name(),
          entry.debit().party(),
          entry.credit().account().name(),
          entry.credit().party(),
          entry.amount().minor(),
          entry.amount().currency().code(),
          entry.happenedOn(),
          batch.at(),
          entry.text(),
          entry.by());
    }
    return ENTRIES.added(columns, batch.month());
  }

  /** All entries of some documents, as they were posted. */
  static Map<String, List<Entry>> of(
      Connection connection, Source source, Collection<String> documents) throws SQLException {
    Map<String, List<Entry>> entries = new HashMap<>();
    if (documents.isEmpty()) {
      return entries;
    }
    try (PreparedStatement statement = connection.prepareStatement(OF_DOCUMENTS)) {
      statement.setString(1, source.name());
      statement.setArray(2, connection.createArrayOf("text", documents.toArray()));
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          Entry entry = entry(row);
          entries.computeIfAbsent(entry.at().document(), _ -> new ArrayList<>()).add(entry);
        }
      }
    }
    return entries;
  }

  static Map<String, Accrued> accrued(Connection connection, Collection<String> documents)
      throws SQLException {
    Map<String, Accrued> accrued = new HashMap<>();
    if (documents.isEmpty()) {
      return accrued;
    }
    try (PreparedStatement statement = connection.prepareStatement(ACCRUED)) {
      statement.setArray(1, connection.createArrayOf("text", documents.toArray()));
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          accrued.put(
              row.getString("document"),
              new Accrued(
                  row.getString("document"), row.getLong("accrued_minor"), row.getInt("postings")));
        }
      }
    }
    return accrued;
  }

  static void accrue(Connection connection, List<Accrued> accruals) throws SQLException {
    Columns columns = new Columns("rebate_accrual", "text", "int8", "int4");
    accruals.forEach(one -> columns.add(one.document(), one.minor(), one.postings()));
    columns.run(connection, ACCRUE);
  }

  static Entry entry(ResultSet row) throws SQLException {
    return new Entry(
        new Origin(
            Source.valueOf(row.getString("source")),
            row.getString("document"),
            row.getInt("sequence"),
            row.getInt("number"),
            row.getInt("leg")),
        row.getString("entity"),
        new Side(Account.valueOf(row.getString("debit")), row.getString("debit_party")),
        new Side(Account.valueOf(row.getString("credit")), row.getString("credit_party")),
        new Money(row.getLong("amount_minor"), Currency.of(row.getString("currency"))),
        row.getObject("happened_on", LocalDate.class),
        row.getString("text"),
        row.getString("by_whom"));
  }
}
