package dev.duodang.book;

import dev.duodang.database.TenantId;
import dev.duodang.pricing.book.PriceBook;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of books and their versions. */
final class JdbcBooks {

  private static final String VERSIONS =
      """
      SELECT b.book_id, b.relation, v.version, v.source, v.name, v.currency, v.valid_from,
             v.valid_until, v.recorded_at, v.published_by, v.note
      FROM book b JOIN book_version v USING (tenant_id, book_id)
      ORDER BY b.book_id, v.version
      """;

  private static final String INSERT_BOOK =
      """
      INSERT INTO book (tenant_id, book_id, relation) VALUES (:tenant, :book, :relation)
      ON CONFLICT (tenant_id, book_id) DO NOTHING
      """;

  private static final String INSERT_VERSION =
      """
      INSERT INTO book_version (tenant_id, book_id, version, source, name, currency, valid_from,
                                valid_until, recorded_at, published_by, note)
      SELECT :tenant, :book, coalesce(max(version), 0) + 1, :source, :name, :currency, :validFrom,
             :validUntil, :recordedAt, :publishedBy, :note
      FROM book_version WHERE book_id = :book
      RETURNING version
      """;

  List<BookRow> versions(JdbcClient jdbc) {
    return jdbc.sql(VERSIONS).query((row, number) -> row(row)).list();
  }

  int insert(
      JdbcClient jdbc,
      TenantId tenant,
      PriceBook book,
      String source,
      String publishedBy,
      String note,
      Instant recordedAt) {
    jdbc.sql(INSERT_BOOK)
        .param("tenant", tenant.value())
        .param("book", book.id().text())
        .param("relation", book.relation().toString())
        .update();
    return jdbc.sql(INSERT_VERSION)
        .param("tenant", tenant.value())
        .param("book", book.id().text())
        .param("source", source)
        .param("name", book.name())
        .param("currency", book.currency().code())
        .param("validFrom", book.validFrom())
        .param("validUntil", book.validUntil(), java.sql.Types.DATE)
        .param("recordedAt", recordedAt.atOffset(ZoneOffset.UTC))
        .param("publishedBy", publishedBy)
        .param("note", note)
        .query(Integer.class)
        .single();
  }

  private static BookRow row(ResultSet row) throws SQLException {
    return new BookRow(
        row.getString("book_id"),
        row.getString("relation"),
        row.getInt("version"),
        row.getString("source"),
        row.getString("name"),
        row.getString("currency"),
        row.getObject("valid_from", LocalDate.class),
        row.getObject("valid_until", LocalDate.class),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
        row.getString("published_by"),
        row.getString("note"));
  }
}
