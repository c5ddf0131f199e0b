package dev.duodang.settlement;

import dev.duodang.database.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/**
 * Makes the rows of a batch on one thread and writes them on another, in the order in which they
 * are made: while the database takes those of one table, those of the next are made.
 */
final class RowsAhead {

  /** With fewer changes another thread costs more than it saves. */
  private static final int WORTH_A_THREAD = 50;

  private static final Optional<Rows> END = Optional.empty();

  private final LinkedBlockingQueue<Optional<Rows>> made = new LinkedBlockingQueue<>();
  private volatile boolean calledOff;

  private RowsAhead() {}

  /** Makes the rows of all parts and writes them. */
  static void write(Connection connection, Batch batch, List<BatchPart> parts, Executor threads)
      throws SQLException {
    if (batch.changes().size() < WORTH_A_THREAD) {
      List<Rows> all = new ArrayList<>();
      parts.forEach(part -> part.rows(batch, all::add));
      Rows.writeAll(connection, all);
      return;
    }
    RowsAhead ahead = new RowsAhead();
    threads.execute(() -> ahead.make(batch, parts));
    try {
      ahead.writeAll(connection);
    } finally {
      ahead.calledOff = true;
    }
  }

  /** What goes wrong here goes wrong where the rows are written. */
  private void make(Batch batch, List<BatchPart> parts) {
    Consumer<Rows> ready =
        rows -> {
          if (calledOff) {
            throw new CancellationException("the batch is not written");
          }
          made.add(Optional.of(rows));
        };
    try {
      parts.forEach(part -> part.rows(batch, ready));
    } catch (RuntimeException | Error e) {
      made.add(
          Optional.of(
              _ -> {
                throw e;
              }));
    }
    made.add(END);
  }

  private void writeAll(Connection connection) throws SQLException {
    for (Optional<Rows> next = take(); next.isPresent(); next = take()) {
      next.get().write(connection);
    }
  }

  /** A writer that is told to end still commits what it began. */
  private Optional<Rows> take() {
    boolean toldToEnd = false;
    try {
      while (true) {
        try {
          return made.take();
        } catch (InterruptedException e) {
          toldToEnd = true;
        }
      }
    } finally {
      if (toldToEnd) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
