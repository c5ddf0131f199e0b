package dev.duodang.records;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of rows.
 *
 * @param dryRun whether this is only what would become of them
 * @param results of rows that changed something or were refused, the first thousand; of a few rows
 *     all
 */
public record RecordsAnswer(
    boolean dryRun, int created, int changed, int existing, int refused, List<RowResult> results) {

  public RecordsAnswer {
    results = List.copyOf(results);
  }

  /**
   * What became of one row.
   *
   * @param row the line of a file or the place in an array, from 1
   * @param id the record's number, if it could be read
   */
  public record RowResult(
      long row,
      @Nullable String id,
      Taken.Outcome outcome,
      List<Taken.Difference> differences,
      List<RowMistake> problems) {

    public RowResult {
      differences = List.copyOf(differences);
      problems = List.copyOf(problems);
    }
  }

  /** A mistake of a row that was not taken. */
  public record RowMistake(String column, String value, String reason, String allowed) {}
}
