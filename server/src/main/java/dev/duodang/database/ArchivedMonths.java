package dev.duodang.database;

import dev.duodang.problem.Problem;
import dev.duodang.problem.ProblemCode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Months of commit whose rows lie in files of their own. */
public final class ArchivedMonths {

  private static final String FIRST_HERE = "SELECT first_month_here()";

  private ArchivedMonths() {}

  /** The first month whose rows are here; null where no month is archived. */
  public static @Nullable LocalDate firstHere(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(FIRST_HERE);
        ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getObject(1, LocalDate.class);
    }
  }

  /**
   * Refuses to answer from part of what was committed.
   *
   * @param from the first instant whose rows are needed
   * @param advice what can be asked for instead
   * @throws dev.duodang.problem.ProblemException if months from then on are archived
   */
  public static void requireHere(Connection connection, Instant from, String advice)
      throws SQLException {
    LocalDate first = firstHere(connection);
    Instant here = first == null ? Instant.MIN : first.atStartOfDay(ZoneOffset.UTC).toInstant();
    if (from.isBefore(here)) {
      throw Problem.of(ProblemCode.MONTH_ARCHIVED, here, advice).toException();
    }
  }
}
