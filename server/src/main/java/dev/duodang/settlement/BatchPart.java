package dev.duodang.settlement;

import dev.duodang.database.Rows;
import java.util.function.Consumer;

/** Adds a module's rows to each batch of the writer, in the same transaction. */
public interface BatchPart {

  /**
   * Makes what the changes mean for the module: many rows with few statements. It runs beside the
   * writing of what was ready before, and so asks the database nothing; what must be asked is asked
   * when the rows are written.
   *
   * @param ready takes rows in the order in which they are to be written
   */
  void rows(Batch batch, Consumer<Rows> ready);
}
