package dev.duodang.records;

import dev.duodang.records.Taken.Outcome;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes rows one after another, each on what those before it made of the records. Nothing is
 * written here.
 *
 * @param <A> what a row adds
 */
public abstract class Taking<A> {

  private static final int FEW = 200;
  private static final int MOST_TOLD = 1_000;

  private final List<Column> columns;
  private final List<A> additions = new ArrayList<>();
  private final Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
  private final List<RecordsAnswer.RowResult> results = new ArrayList<>();

  protected Taking(List<Column> columns) {
    this.columns = columns;
  }

  /** Reads a row; null after noting what is wrong with it. */
  protected abstract @Nullable Taken<A> take(StatedFields fields);

  /** Takes rows. */
  public final void all(List<Stated> rows) {
    rows.forEach(row -> one(row, rows.size() <= FEW));
  }

  private void one(Stated row, boolean tellsAll) {
    StatedFields fields = new StatedFields(row, columns);
    Taken<A> read = fields.isGood() ? take(fields) : null;
    Taken<A> taken = fields.isGood() ? read : null;
    Outcome outcome = taken == null ? Outcome.REFUSED : taken.outcome();
    counts.merge(outcome, 1, Integer::sum);
    A addition = taken == null ? null : taken.addition();
    if (addition != null) {
      additions.add(addition);
      keep(addition);
    }
    if (results.size() < MOST_TOLD && (tellsAll || outcome != Outcome.EXISTS)) {
      String id = fields.text(columns.getFirst().name());
      results.add(
          new RecordsAnswer.RowResult(
              row.row(),
              id.isEmpty() ? null : id,
              outcome,
              taken == null ? List.of() : taken.differences(),
              fields.problems().stream()
                  .map(
                      one ->
                          new RecordsAnswer.RowMistake(
                              one.field(), one.value(), one.reason(), one.allowed()))
                  .toList()));
    }
  }

  /** Makes what was added known to the rows that follow. */
  protected abstract void keep(A addition);

  /** What all rows add. */
  public final List<A> additions() {
    return additions;
  }

  /** What became of them. */
  public final RecordsAnswer answer(boolean dryRun) {
    return new RecordsAnswer(
        dryRun,
        counts.getOrDefault(Outcome.CREATED, 0),
        counts.getOrDefault(Outcome.CHANGED, 0),
        counts.getOrDefault(Outcome.EXISTS, 0),
        counts.getOrDefault(Outcome.REFUSED, 0),
        results);
  }
}
