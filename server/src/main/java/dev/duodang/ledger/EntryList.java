package dev.duodang.ledger;

import dev.duodang.database.ArchivedMonths;
import dev.duodang.ledger.Entry.Origin;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists entries: of a document, or of a day of posting. */
final class EntryList {

  private static final String OF_DOCUMENT =
      "SELECT %s FROM ledger_entry".formatted(JdbcEntries.COLUMNS)
          + " WHERE tenant_id = current_tenant() AND source = ? AND document = ?"
          + " ORDER BY sequence, number, leg";

  private static final String OF_DAY =
      "SELECT %s FROM ledger_entry".formatted(JdbcEntries.COLUMNS)
          + " WHERE tenant_id = current_tenant() AND month BETWEEN ?::date AND ?::date"
          + " AND posted_at >= ? AND posted_at < ?"
          + " AND (debit = coalesce(?, debit) AND debit_party = coalesce(?, debit_party)"
          + " OR credit = coalesce(?, credit) AND credit_party = coalesce(?, credit_party))"
          + " AND (source, document, sequence, number, leg) > (?, ?, ?, ?, ?)"
          + " ORDER BY source, document, sequence, number, leg LIMIT ?";

  private static final String ALL =
      "SELECT %s FROM ledger_entry".formatted(JdbcEntries.COLUMNS)
          + " WHERE tenant_id = current_tenant() AND month BETWEEN ?::date AND ?::date"
          + " AND posted_at >= ? AND posted_at < ?"
          + " ORDER BY posted_at, source, document, sequence, number, leg";

  private static final int ROWS_AT_ONCE = 1000;

  private EntryList() {}

  /** An entry and when it was posted. */
  record Posted(Entry entry, Instant at) {}

  /** Takes entries one after the other. */
  interface Taker {
    void take(Posted entry) throws SQLException;
  }

  static List<Posted> ofDocument(Connection connection, Entry.Source source, String document)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(OF_DOCUMENT)) {
      statement.setString(1, source.name());
      statement.setString(2, document);
      return read(statement);
    }
  }

  /**
   * A page of what was posted on a day.
   *
   * @param account on one side; null for any
   * @param party of the same side; null for any
   * @param after what the page before ended with
   */
  static List<Posted> ofDay(
      Connection connection,
      LocalDate day,
      ZoneId zone,
      @Nullable String account,
      @Nullable String party,
      @Nullable Origin after,
      int most)
      throws SQLException {
    requireHere(connection, day, zone);
    try (PreparedStatement statement = connection.prepareStatement(OF_DAY)) {
      int place = posted(statement, day, day.plusDays(1), zone);
      for (int side = 0; side < 2; side++) {
        statement.setString(place++, account);
        statement.setString(place++, party);
      }
      statement.setString(place++, after == null ? "" : after.source().name());
      statement.setString(place++, after == null ? "" : after.document());
      statement.setInt(place++, after == null ? 0 : after.sequence());
      statement.setInt(place++, after == null ? 0 : after.number());
      statement.setInt(place++, after == null ? 0 : after.leg());
      statement.setInt(place, most);
      return read(statement);
    }
  }

  /**
   * Refuses to list part of what was posted.
   *
   * @throws dev.duodang.problem.ProblemException if months from that day on are archived
   */
  static void requireHere(Connection connection, LocalDate from, ZoneId zone) throws SQLException {
    ArchivedMonths.requireHere(
        connection, from.atStartOfDay(zone).toInstant(), "ask for what was posted from then on");
  }

  private static int posted(
      PreparedStatement statement, LocalDate from, LocalDate until, ZoneId zone)
      throws SQLException {
    OffsetDateTime start = from.atStartOfDay(zone).toInstant().atOffset(ZoneOffset.UTC);
    OffsetDateTime end = until.atStartOfDay(zone).toInstant().atOffset(ZoneOffset.UTC);
    statement.setObject(1, start.toLocalDate().withDayOfMonth(1));
    statement.setObject(2, end.toLocalDate().withDayOfMonth(1));
    statement.setObject(3, start);
    statement.setObject(4, end);
    return 5;
  }

  /** Hands over all that was posted in some days, in the order of posting. */
  static void all(Connection connection, LocalDate from, LocalDate until, ZoneId zone, Taker taker)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(ALL)) {
      statement.setFetchSize(ROWS_AT_ONCE);
      posted(statement, from, until, zone);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          taker.take(posted(row));
        }
      }
    }
  }

  private static List<Posted> read(PreparedStatement statement) throws SQLException {
    List<Posted> entries = new ArrayList<>();
    try (ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        entries.add(posted(row));
      }
    }
    return entries;
  }

  private static Posted posted(ResultSet row) throws SQLException {
    return new Posted(
        JdbcEntries.entry(row), row.getObject("posted_at", OffsetDateTime.class).toInstant());
  }
}
