package dev.duodang.rerating;

import dev.duodang.pricing.book.BookId;
import dev.duodang.pricing.settlement.BookVersion;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One pricing of the past by a corrected book.
 *
 * @param position the number of the order up to which all is counted, or settled again
 * @param orders how many orders are priced in the days of the version
 * @param counted how many of them have been looked at for what would change
 * @param differing how many of those would change
 * @param looked how many have been settled again
 * @param changed how many of those came to something else
 * @param refused how many could not be settled again
 */
record Rerating(
    long id,
    BookVersion book,
    String reason,
    State state,
    String position,
    long orders,
    long counted,
    long differing,
    long looked,
    long changed,
    long refused,
    String askedBy,
    Instant askedAt,
    @Nullable String approvedBy,
    @Nullable Instant approvedAt,
    @Nullable Instant finishedAt) {

  static final String COLUMNS =
      "rerating_id, book_id, book_version, reason, state, position, orders, counted, differing,"
          + " looked, changed, refused, asked_by, asked_at, approved_by, approved_at, finished_at";

  /** Where it stands. */
  enum State {
    /** What it would change is being counted. */
    COUNTING,
    /** It waits for somebody to say that it shall be done. */
    COUNTED,
    RUNNING,
    STOPPED,
    DONE
  }

  static Rerating of(ResultSet row) throws SQLException {
    return new Rerating(
        row.getLong("rerating_id"),
        new BookVersion(BookId.of(row.getString("book_id")), row.getInt("book_version")),
        row.getString("reason"),
        State.valueOf(row.getString("state")),
        row.getString("position"),
        row.getLong("orders"),
        row.getLong("counted"),
        row.getLong("differing"),
        row.getLong("looked"),
        row.getLong("changed"),
        row.getLong("refused"),
        row.getString("asked_by"),
        time(row, "asked_at"),
        row.getString("approved_by"),
        row.getObject("approved_at") == null ? null : time(row, "approved_at"),
        row.getObject("finished_at") == null ? null : time(row, "finished_at"));
  }

  private static Instant time(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
