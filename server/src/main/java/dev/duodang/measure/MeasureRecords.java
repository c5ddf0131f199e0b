package dev.duodang.measure;

import dev.duodang.book.Books;
import dev.duodang.identity.Actor;
import dev.duodang.pricing.order.MeasureName;
import dev.duodang.pricing.order.PartyId;
import dev.duodang.pricing.rebate.OutsideKey;
import dev.duodang.pricing.rebate.OutsideValue;
import dev.duodang.pricing.rebate.ReportedPeriod;
import dev.duodang.records.Column;
import dev.duodang.records.RecordKind;
import dev.duodang.records.RecordsAnswer;
import dev.duodang.records.Stated;
import dev.duodang.records.Versioned;
import dev.duodang.settlement.Command;
import dev.duodang.settlement.Outcome;
import dev.duodang.settlement.OutsideMeasures;
import dev.duodang.settlement.ReportedValue;
import dev.duodang.settlement.SettlementWriter;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * As rows: what is reported of measures that no order carries. The settlement writer takes it, as
 * rebates are due by it.
 */
@Component
class MeasureRecords implements RecordKind {

  static final List<Column> COLUMNS =
      List.of(
          Column.text("measure", "指标", "a measure that a rebate goes by"),
          Column.text("party", "结算对象 结算对象编号", "the number of who gets the rebate"),
          Column.text("period", "期间 周期", ReportedPeriod.ALLOWED),
          Column.text("value", "数值 值", OutsideValue.ALLOWED),
          Column.text("revision", "版本", OutsideValue.REVISIONS),
          Versioned.REASON);

  private final OutsideMeasures measures;
  private final Books books;
  private final SettlementWriter writer;
  private final Clock clock;

  MeasureRecords(OutsideMeasures measures, Books books, SettlementWriter writer, Clock clock) {
    this.measures = measures;
    this.books = books;
    this.writer = writer;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "outside-measures";
  }

  @Override
  public List<Column> columns() {
    return COLUMNS;
  }

  @Override
  public RecordsAnswer take(Actor actor, List<Stated> rows, boolean dryRun) {
    MeasureTaking taking =
        new MeasureTaking(
            Known.of(books.shelf(actor.tenant())),
            actor.scope(),
            measures.of(actor.tenant(), keys(rows)));
    taking.all(rows);
    if (!dryRun && !taking.additions().isEmpty()) {
      report(actor, taking.additions());
    }
    return taking.answer(dryRun);
  }

  /** What the rows are about, as far as they can be read. */
  private static Set<OutsideKey> keys(List<Stated> rows) {
    return rows.stream().flatMap(row -> key(row).stream()).collect(Collectors.toSet());
  }

  private static Optional<OutsideKey> key(Stated row) {
    try {
      return Optional.of(
          new OutsideKey(
              MeasureName.of(row.texts().getOrDefault("measure", "")),
              PartyId.of(row.texts().getOrDefault("party", "")),
              ReportedPeriod.parse(row.texts().getOrDefault("period", ""))));
    } catch (IllegalArgumentException told) {
      // The row is refused with it when it is taken.
      return Optional.empty();
    }
  }

  private void report(Actor actor, List<Command.Reported> values) {
    Command.Report command =
        new Command.Report(actor.tenant(), values, actor.username(), clock.instant());
    switch (writer.submit(command).join()) {
      case Outcome.Reported _ -> {}
      case Outcome.Rejected rejected -> throw rejected.problem().toException();
      case Outcome.Accepted _,
          Outcome.Unchanged _,
          Outcome.Posted _,
          Outcome.Repeat _,
          Outcome.Stale _,
          Outcome.Conflict _ ->
          throw new IllegalStateException("a report came out as something else");
    }
  }

  @Override
  public void export(Actor actor, Consumer<List<String>> row) {
    measures
        .counting(actor.tenant(), actor.scope().parties())
        .forEach(value -> row.accept(cells(value)));
  }

  private static List<String> cells(ReportedValue reported) {
    OutsideValue value = reported.value();
    return List.of(
        value.key().measure().text(),
        value.key().party().text(),
        value.key().period().toString(),
        value.value().toShortString(),
        Long.toString(value.revision()),
        reported.reason());
  }
}
