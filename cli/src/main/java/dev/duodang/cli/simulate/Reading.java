package dev.duodang.cli.simulate;

import dev.duodang.cli.settle.RejectedRows;
import dev.duodang.cli.settle.RowBatches;
import dev.duodang.intake.Row;
import dev.duodang.intake.RowProblem;
import dev.duodang.intake.RowSource;
import dev.duodang.pricing.order.WorkOrder;
import dev.duodang.pricing.rating.WindowKey;
import dev.duodang.pricing.region.Resolution;
import dev.duodang.pricing.settlement.OrderChanges;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Reads the rows of a file and holds those that both sets of books can take. */
final class Reading {

  private static final HeldRows.Places NOWHERE =
      new HeldRows.Places(new Resolution.Unknown(), new Resolution.Unknown());

  private final Sides sides;
  private final RejectedRows rejected;
  private final Instant asOf;
  private final HeldRows held = new HeldRows();
  private long refused;

  Reading(Sides sides, RejectedRows rejected, Instant asOf) {
    this.sides = sides;
    this.rejected = rejected;
    this.asOf = asOf;
  }

  /** A row with where it lies; refused when its facts mean nothing to one of the sets. */
  private record Placed(RowSource.Numbered row, HeldRows.Places places, List<WindowKey> counters) {

    Placed(RowSource.Numbered row) {
      this(row, NOWHERE, List.of());
    }
  }

  /** Shows how far reading came. */
  interface Watch {
    void read(long row);
  }

  void run(RowSource source, Watch watch) throws IOException, InterruptedException {
    RowBatches<Placed> batches =
        new RowBatches<>(
            () -> {
              OrderChanges before = sides.before().changes();
              OrderChanges after = sides.after().changes();
              return rows -> rows.stream().map(row -> placed(row, before, after)).toList();
            });
    batches.run(
        source,
        batch -> {
          for (Placed placed : batch) {
            take(placed);
          }
          watch.read(batch.getLast().row.number());
        });
  }

  private Placed placed(RowSource.Numbered row, OrderChanges before, OrderChanges after) {
    if (!(row.row() instanceof Row.Order(WorkOrder order))) {
      return new Placed(row);
    }
    List<RowProblem> problems =
        Sides.joined(sides.before().problems(order), sides.after().problems(order));
    if (!problems.isEmpty()) {
      return new Placed(new RowSource.Numbered(row.number(), new Row.Refused(problems)));
    }
    Resolution place = before.place(order);
    return new Placed(
        row,
        new HeldRows.Places(place, sides.sharePlaces() ? place : after.place(order)),
        counters(order, before, after));
  }

  private List<WindowKey> counters(WorkOrder order, OrderChanges before, OrderChanges after) {
    List<WindowKey> counters = new ArrayList<>(before.settler().counters(order, asOf));
    counters.addAll(after.settler().counters(order, asOf));
    return counters;
  }

  private void take(Placed placed) throws IOException {
    long number = placed.row.number();
    switch (placed.row.row()) {
      case Row.Order(WorkOrder order) -> {
        held.add(number, order, placed.places);
        placed.counters.forEach(counter -> held.join(order.orderNo(), counter));
      }
      case Row.Decided decided -> held.add(number, decided.decision());
      case Row.Refused(List<RowProblem> problems) -> {
        refused++;
        rejected.add(number, problems);
      }
    }
  }

  HeldRows held() {
    return held;
  }

  long refused() {
    return refused;
  }
}
