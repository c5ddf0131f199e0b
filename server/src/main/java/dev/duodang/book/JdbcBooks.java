package dev.duodang.book;

import dev.duodang.database.TenantId;
import dev.duodang.pricing.book.BookId;
import dev.duodang.pricing.book.PriceBook;
import dev.duodang.pricing.settlement.BookVersion;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of books and their versions. */
final class JdbcBooks {

  private static final String COUNT =
      "SELECT count(*) FROM book_version WHERE tenant_id = current_tenant()";

  private static final String VERSIONS =
      """
      SELECT book_id, version, source, recorded_at FROM book_version
      WHERE tenant_id = current_tenant() ORDER BY book_id, version
      """;

  private static final String HEADS =
      """
      SELECT b.book_id, b.relation, v.version, v.name, v.currency, v.valid_from, v.valid_until,
             v.recorded_at, v.published_by, v.note, v.accepted_gaps
      FROM book b JOIN book_version v USING (tenant_id, book_id)
      WHERE b.tenant_id = current_tenant()
      ORDER BY b.book_id, v.version
      """;

  private static final String LATEST =
      """
      SELECT coalesce(max(version), 0) FROM book_version
      WHERE tenant_id = current_tenant() AND book_id = :book
      """;

  private static final String SOURCE =
      """
      SELECT source FROM book_version
      WHERE tenant_id = current_tenant() AND book_id = :book AND version = :version
      """;

  private static final String INSERT_BOOK =
      """
      INSERT INTO book (tenant_id, book_id, relation) VALUES (:tenant, :book, :relation)
      ON CONFLICT (tenant_id, book_id) DO NOTHING
      """;

  /** Versions follow each other without a gap; of two at once the key admits one. */
  private static final String INSERT_VERSION =
      """
      INSERT INTO book_version (tenant_id, book_id, version, source, name, currency, valid_from,
                                valid_until, recorded_at, published_by, note, accepted_gaps)
      SELECT :tenant, :book, :version, :source, :name, :currency, :validFrom, :validUntil,
             :recordedAt, :publishedBy, :note, :acceptedGaps
      WHERE (SELECT coalesce(max(version), 0) FROM book_version
             WHERE tenant_id = current_tenant() AND book_id = :book) = :version - 1
      ON CONFLICT DO NOTHING
      """;

  long count(JdbcClient jdbc) {
    return jdbc.sql(COUNT).query(Long.class).single();
  }

  List<BookRow> versions(JdbcClient jdbc) {
    return jdbc.sql(VERSIONS)
        .query((row, number) -> new BookRow(id(row), row.getString("source"), recordedAt(row)))
        .list();
  }

  List<BookHead> heads(JdbcClient jdbc) {
    return jdbc.sql(HEADS).query((row, number) -> head(row)).list();
  }

  int latest(JdbcClient jdbc, String book) {
    return jdbc.sql(LATEST).param("book", book).query(Integer.class).single();
  }

  Optional<String> source(JdbcClient jdbc, String book, int version) {
    return jdbc.sql(SOURCE)
        .param("book", book)
        .param("version", version)
        .query(String.class)
        .optional();
  }

  /** False when the version does not follow the last one, or another came first. */
  boolean insert(
      JdbcClient jdbc,
      TenantId tenant,
      PriceBook book,
      String source,
      int version,
      Publication publication,
      Instant recordedAt) {
    jdbc.sql(INSERT_BOOK)
        .param("tenant", tenant.value())
        .param("book", book.id().text())
        .param("relation", book.relation().toString())
        .update();
    return jdbc.sql(INSERT_VERSION)
            .param("tenant", tenant.value())
            .param("book", book.id().text())
            .param("version", version)
            .param("source", source)
            .param("name", book.name())
            .param("currency", book.currency().code())
            .param("validFrom", book.validFrom())
            .param("validUntil", book.validUntil(), Types.DATE)
            .param("recordedAt", recordedAt.atOffset(ZoneOffset.UTC))
            .param("publishedBy", publication.by())
            .param("note", publication.note())
            .param("acceptedGaps", publication.acceptedGaps().toArray(String[]::new))
            .update()
        == 1;
  }

  private static BookVersion id(ResultSet row) throws SQLException {
    return new BookVersion(BookId.of(row.getString("book_id")), row.getInt("version"));
  }

  private static Instant recordedAt(ResultSet row) throws SQLException {
    return row.getObject("recorded_at", OffsetDateTime.class).toInstant();
  }

  private static BookHead head(ResultSet row) throws SQLException {
    return new BookHead(
        id(row),
        row.getString("relation"),
        row.getString("name"),
        row.getString("currency"),
        row.getObject("valid_from", LocalDate.class),
        row.getObject("valid_until", LocalDate.class),
        recordedAt(row),
        row.getString("published_by"),
        row.getString("note"),
        List.of((String[]) row.getArray("accepted_gaps").getArray()));
  }
}
