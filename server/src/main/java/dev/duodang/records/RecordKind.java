package dev.duodang.records;

import dev.duodang.identity.Actor;
import java.util.List;
import java.util.function.Consumer;

/** Records of one kind that can be taken in and given out as rows. */
public interface RecordKind {

  /** Its name in addresses, such as {@code counterparties}. */
  String name();

  /** Its fields; the first is the record's number. */
  List<Column> columns();

  /**
   * Takes rows: the good ones are recorded together, the others are refused with what is wrong.
   *
   * @param dryRun whether only to say what would become of them
   */
  RecordsAnswer take(Actor actor, List<Stated> rows, boolean dryRun);

  /** Gives every version that counts, as a row of the same columns. */
  void export(Actor actor, Consumer<List<String>> row);
}
