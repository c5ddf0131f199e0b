package dev.duodang.records;

import dev.duodang.intake.RowProblem;
import java.util.List;
import java.util.Map;

/**
 * What one row states of a record. A field that is not there stays as it was; one that is there
 * without a text is taken away.
 *
 * @param row the line of a file or the place in an array, from 1
 * @param texts by the names of columns
 * @param problems what is wrong with the row as such, so that it cannot be taken
 */
public record Stated(long row, Map<String, String> texts, List<RowProblem> problems) {

  public Stated {
    texts = Map.copyOf(texts);
    problems = List.copyOf(problems);
  }

  static Stated of(long row, Map<String, String> texts) {
    return new Stated(row, texts, List.of());
  }
}
