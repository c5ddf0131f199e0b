package dev.duodang.cli.settle;

import dev.duodang.intake.Row;
import dev.duodang.intake.RowProblem;
import dev.duodang.intake.RowSource;
import dev.duodang.pricing.order.FactsDigest;
import dev.duodang.pricing.order.Revision;
import dev.duodang.pricing.order.WorkOrder;
import dev.duodang.pricing.settlement.Change;
import dev.duodang.pricing.settlement.FactCheck;
import dev.duodang.pricing.settlement.FactProblem;
import dev.duodang.pricing.settlement.OrderChanges;
import dev.duodang.pricing.settlement.Surroundings;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Prepares rows ahead of their turn. Belongs to one thread. */
final class Preparation {

  private final OrderChanges changes;
  private final FactCheck check;
  private final LineFormat format;
  private final Surroundings alone;

  Preparation(OrderChanges changes, FactCheck check, LineFormat format, Surroundings alone) {
    this.changes = changes;
    this.check = check;
    this.format = format;
    this.alone = alone;
  }

  List<Prepared> prepare(List<RowSource.Numbered> rows) {
    List<Prepared> prepared = new ArrayList<>(rows.size());
    ByteWriter bytes = new ByteWriter();
    for (RowSource.Numbered row : rows) {
      prepared.add(prepare(row, bytes));
    }
    return prepared;
  }

  private Prepared prepare(RowSource.Numbered numbered, ByteWriter bytes) {
    return switch (numbered.row()) {
      case Row.Order order -> prepare(numbered, order.order(), bytes);
      case Row.Decided decided ->
          plain(numbered, OrderLog.hash(decided.decision().orderNo()), null, bytes);
      case Row.Refused _ -> plain(numbered, 0, null, bytes);
    };
  }

  private static Prepared plain(
      RowSource.Numbered numbered, long hash, @Nullable FactsDigest digest, ByteWriter bytes) {
    return new Prepared(numbered, hash, digest, null, bytes, 0, 0, 0);
  }

  private Prepared prepare(RowSource.Numbered numbered, WorkOrder order, ByteWriter bytes) {
    List<FactProblem> problems = check.problems(order);
    if (!problems.isEmpty()) {
      return plain(new RowSource.Numbered(numbered.number(), refused(problems)), 0, null, bytes);
    }
    long hash = OrderLog.hash(order.orderNo());
    FactsDigest digest = order.digest();
    if (order.visitId() != null
        || order.related() != null
        || !changes.settler().counters(order, alone.asOf()).isEmpty()) {
      return plain(numbered, hash, digest, bytes);
    }
    Revision revision = order.revision() == null ? Revision.FIRST : order.revision();
    Change change = changes.deliver(null, order, revision, digest, alone);
    int from = bytes.length();
    StateCodec.write(change.state(), bytes);
    int middle = bytes.length();
    format.write(change, bytes);
    return new Prepared(numbered, hash, digest, change, bytes, from, middle, bytes.length());
  }

  private static Row refused(List<FactProblem> problems) {
    return new Row.Refused(
        problems.stream()
            .map(
                problem ->
                    new RowProblem(
                        problem.field(), problem.value(), problem.reason(), problem.allowed()))
            .toList());
  }
}
