package dev.duodang.imports;

import dev.duodang.database.TenantId;
import dev.duodang.intake.RowProblem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of imports and of what they rejected. */
final class JdbcImports {

  private static final String SELECT =
      """
      SELECT import_id, name, format, state, position, rows, accepted, repeated, stale, rejected,
             bytes, bytes_read, by_whom, started_at, finished_at, problem
      FROM import
      """;

  private static final String INSERT =
      """
      INSERT INTO import (tenant_id, name, format, state, bytes, by_whom, started_at)
      VALUES (:tenant, :name, :format, 'RUNNING', :bytes, :by, :now) RETURNING import_id
      """;

  private static final String PROGRESS =
      """
      UPDATE import SET position = :position, rows = rows + :rows, accepted = accepted + :accepted,
        repeated = repeated + :repeated, stale = stale + :stale, rejected = rejected + :rejected,
        bytes_read = :bytesRead
      WHERE import_id = :id
      """;

  private static final String REJECT =
      """
      INSERT INTO import_rejection (tenant_id, import_id, row, number, field, value, reason, allowed)
      VALUES (:tenant, :id, :row, :number, :field, :value, :reason, :allowed)
      ON CONFLICT DO NOTHING
      """;

  private static final String REJECTIONS =
      """
      SELECT row, number, field, value, reason, allowed FROM import_rejection
      WHERE import_id = :id AND (row, number) > (:row, :number)
      ORDER BY row, number LIMIT :limit
      """;

  /** A row that was not taken. */
  record Rejection(long row, int number, RowProblem problem) {}

  /** What a part of a file came to. */
  record Progress(
      long position,
      long rows,
      long accepted,
      long repeated,
      long stale,
      long rejected,
      long bytesRead) {}

  long insert(
      JdbcClient jdbc,
      TenantId tenant,
      String name,
      FileFormat format,
      long bytes,
      String by,
      Instant now) {
    return jdbc.sql(INSERT)
        .param("tenant", tenant.value())
        .param("name", storable(name))
        .param("format", format.name())
        .param("bytes", bytes)
        .param("by", by)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query(Long.class)
        .single();
  }

  List<ImportRun> all(JdbcClient jdbc) {
    return jdbc.sql(SELECT + "ORDER BY import_id DESC LIMIT 200")
        .query((row, n) -> run(row))
        .list();
  }

  Optional<ImportRun> find(JdbcClient jdbc, long id) {
    return jdbc.sql(SELECT + "WHERE import_id = :id")
        .param("id", id)
        .query((row, n) -> run(row))
        .optional();
  }

  List<ImportRun> running(JdbcClient jdbc) {
    return jdbc.sql(SELECT + "WHERE state = 'RUNNING' ORDER BY import_id")
        .query((row, n) -> run(row))
        .list();
  }

  void progress(
      JdbcClient jdbc, TenantId tenant, long id, Progress progress, List<Rejection> rejections) {
    jdbc.sql(PROGRESS)
        .param("position", progress.position())
        .param("rows", progress.rows())
        .param("accepted", progress.accepted())
        .param("repeated", progress.repeated())
        .param("stale", progress.stale())
        .param("rejected", progress.rejected())
        .param("bytesRead", progress.bytesRead())
        .param("id", id)
        .update();
    for (Rejection one : rejections) {
      jdbc.sql(REJECT)
          .param("tenant", tenant.value())
          .param("id", id)
          .param("row", one.row())
          .param("number", one.number())
          .param("field", storable(one.problem().field()))
          .param("value", storable(one.problem().value()))
          .param("reason", storable(one.problem().reason()))
          .param("allowed", storable(one.problem().allowed()))
          .update();
    }
  }

  /** PostgreSQL has no text with NUL or half a character in it: what cannot stand there is told. */
  static String storable(String text) {
    StringBuilder shown = new StringBuilder();
    text.codePoints()
        .forEach(
            point -> {
              if (point == 0 || Character.getType(point) == Character.SURROGATE) {
                shown.append("\\u%04x".formatted(point));
              } else {
                shown.appendCodePoint(point);
              }
            });
    return shown.toString();
  }

  void finish(JdbcClient jdbc, long id, String state, @Nullable String problem, Instant now) {
    jdbc.sql(
            "UPDATE import SET state = :state, problem = :problem, finished_at = :now"
                + " WHERE import_id = :id")
        .param("state", state)
        .param("problem", problem == null ? null : storable(problem))
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("id", id)
        .update();
  }

  List<Rejection> rejections(JdbcClient jdbc, long id, long row, int number, int limit) {
    return jdbc.sql(REJECTIONS)
        .param("id", id)
        .param("row", row)
        .param("number", number)
        .param("limit", limit)
        .query(
            (found, n) ->
                new Rejection(
                    found.getLong("row"),
                    found.getInt("number"),
                    new RowProblem(
                        found.getString("field"),
                        found.getString("value"),
                        found.getString("reason"),
                        found.getString("allowed"))))
        .list();
  }

  private static ImportRun run(ResultSet row) throws SQLException {
    OffsetDateTime finished = row.getObject("finished_at", OffsetDateTime.class);
    return new ImportRun(
        row.getLong("import_id"),
        row.getString("name"),
        FileFormat.valueOf(row.getString("format")),
        row.getString("state"),
        row.getLong("position"),
        row.getLong("rows"),
        row.getLong("accepted"),
        row.getLong("repeated"),
        row.getLong("stale"),
        row.getLong("rejected"),
        row.getLong("bytes"),
        row.getLong("bytes_read"),
        row.getString("by_whom"),
        row.getObject("started_at", OffsetDateTime.class).toInstant(),
        finished == null ? null : finished.toInstant(),
        row.getString("problem"));
  }
}
