package dev.duodang.cli.simulate;

import dev.duodang.cli.settle.CsvLines;
import dev.duodang.cli.settle.NdjsonLines;
import dev.duodang.cli.settle.OutputFile;
import dev.duodang.cli.settle.RowText;
import dev.duodang.pricing.simulation.Differences;
import dev.duodang.pricing.simulation.Group;
import dev.duodang.pricing.simulation.Grouping;
import dev.duodang.pricing.simulation.LargeDifference;
import dev.duodang.pricing.simulation.Simulation;
import dev.duodang.pricing.simulation.Sum;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Differences as rows of a file: the total, each group, and the orders that change most. */
final class SimulationFile {

  private static final String[] COLUMNS = {
    "relation",
    "currency",
    "by",
    "group",
    "name",
    "orders",
    "changed",
    "before",
    "after",
    "difference",
    "newlyHeld",
    "noLongerHeld"
  };

  private final RowText rows;
  private final GroupNames names;

  SimulationFile(Path file, GroupNames names) {
    boolean json = file.toString().toLowerCase(Locale.ROOT).endsWith("json");
    this.rows = json ? new NdjsonLines() : new CsvLines();
    this.names = names;
  }

  void write(Map<Simulation.Where, Differences> result, OutputFile out) throws IOException {
    rows.heading(COLUMNS, out.rows());
    for (Map.Entry<Simulation.Where, Differences> entry : result.entrySet()) {
      Simulation.Where where = entry.getKey();
      Differences differences = entry.getValue();
      Group total = new Group.Total();
      write(where, total, names.name(where.relation(), total), differences.total(), out);
      for (Grouping by : Grouping.values()) {
        for (SumRows.Row row : SumRows.of(differences, where.relation(), by, names)) {
          write(where, row.group(), row.name(), row.sum(), out);
        }
      }
      for (LargeDifference order : differences.largest()) {
        write(where, order, out);
      }
    }
  }

  private void write(Simulation.Where where, Group group, String name, Sum sum, OutputFile out)
      throws IOException {
    String id = GroupNames.id(group);
    write(where, GroupNames.kind(group), id.isEmpty() ? null : id, name, sum, out);
  }

  private void write(Simulation.Where where, LargeDifference order, OutputFile out)
      throws IOException {
    Sum sum =
        new Sum(
            1,
            1,
            order.before(),
            order.after(),
            order.heldAfter() && !order.heldBefore() ? 1 : 0,
            order.heldBefore() && !order.heldAfter() ? 1 : 0);
    String number = order.order().text();
    write(where, "order", number, number, sum, out);
  }

  private void write(
      Simulation.Where where, String by, @Nullable String id, String name, Sum sum, OutputFile out)
      throws IOException {
    rows.begin(out.rows());
    Object[] fields = {
      where.relation(),
      where.currency(),
      by,
      id,
      name,
      sum.orders(),
      sum.changed(),
      sum.before(),
      sum.after(),
      sum.difference(),
      sum.newlyHeld(),
      sum.noLongerHeld()
    };
    for (@Nullable Object field : fields) {
      rows.field(field, out.rows());
    }
    rows.end(out.rows());
    out.passOn();
  }
}
