package dev.duodang.catalog;

import dev.duodang.catalog.Counterparties.Entry;
import dev.duodang.identity.Actor;
import dev.duodang.identity.TenantClock;
import dev.duodang.pricing.order.Counterparty;
import dev.duodang.records.Column;
import dev.duodang.records.History;
import dev.duodang.records.Keeper;
import dev.duodang.records.RecordKind;
import dev.duodang.records.RecordsAnswer;
import dev.duodang.records.RecordsChanged;
import dev.duodang.records.Stated;
import dev.duodang.records.TaxWords;
import dev.duodang.records.Version;
import dev.duodang.records.Versioned;
import dev.duodang.records.Words;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Counterparties as rows. */
@Component
class CounterpartyRecords implements RecordKind {

  static final Words<Counterparty.Kind> KINDS =
      new Words<>(
          Counterparty.Kind.class,
          Map.of(
              Counterparty.Kind.PARTNER, "合作商 网点 服务商",
              Counterparty.Kind.ENGINEER, "工程师 师傅",
              Counterparty.Kind.DEPARTMENT, "部门"));

  private static final String CODE = "at most 120 characters, such as a code of a price book";

  static final List<Column> COLUMNS =
      List.of(
          Column.text("id", "编号 结算对象编号 合作商编号", "at most 64 characters"),
          Column.text("kind", "类别 对象类别", KINDS.allowed()),
          Column.text("name", "名称 姓名", "1 to 100 characters"),
          Column.text("type", "合作商类型 类型", CODE),
          Column.text("mode", "合作模式 模式", CODE),
          Column.text("grade", "等级 级别", CODE),
          Column.text("taxpayer", "纳税人类型 纳税人", TaxWords.TAXPAYER.allowed()),
          Column.list("regions", "区域 服务区域", "codes of regions, divided by ;"),
          Column.text("partnerId", "所属合作商 合作商", "the number of a partner that is recorded"),
          Column.text("costCentre", "成本中心", "at most 64 characters; of departments only"),
          Versioned.FROM,
          Versioned.REASON);

  private final Counterparties counterparties;
  private final Regions regions;
  private final TenantClock clocks;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  CounterpartyRecords(
      Counterparties counterparties,
      Regions regions,
      TenantClock clocks,
      Clock clock,
      ApplicationEventPublisher events) {
    this.counterparties = counterparties;
    this.regions = regions;
    this.clocks = clocks;
    this.clock = clock;
    this.events = events;
  }

  @Override
  public String name() {
    return "counterparties";
  }

  @Override
  public List<Column> columns() {
    return COLUMNS;
  }

  @Override
  public RecordsAnswer take(Actor actor, List<Stated> rows, boolean dryRun) {
    if (dryRun) {
      return taken(actor, counterparties.book(actor.tenant()), rows).answer(true);
    }
    RecordsAnswer answer =
        counterparties.change(
            actor.tenant(),
            (jdbc, current) -> {
              CounterpartyTaking taking = taken(actor, current, rows);
              counterparties.insert(jdbc, actor.tenant(), taking.additions());
              return new Keeper.Changed<>(
                  taking.answer(false),
                  taking.additions().isEmpty() ? null : current.with(taking.additions()));
            });
    if (answer.created() + answer.changed() > 0) {
      events.publishEvent(new RecordsChanged(actor.tenant(), name(), actor.username()));
    }
    return answer;
  }

  private CounterpartyTaking taken(Actor actor, CounterpartyBook book, List<Stated> rows) {
    CounterpartyTaking taking =
        new CounterpartyTaking(
            book,
            regions.tree(actor.tenant()),
            actor.scope(),
            new Versioned<>(
                CounterpartyTaking.FIELDS,
                clocks.today(actor.tenant()),
                actor.username(),
                clock.instant()));
    taking.all(rows);
    return taking;
  }

  @Override
  public void export(Actor actor, Consumer<List<String>> row) {
    for (History<Entry> history : counterparties.book(actor.tenant()).all().values()) {
      if (RecordScope.sees(
          actor.scope(), history.nearest(clocks.today(actor.tenant())).content())) {
        history.counting().forEach(version -> row.accept(cells(version)));
      }
    }
  }

  private static List<String> cells(Version<Entry> version) {
    Entry entry = version.content();
    return List.of(
        entry.id(),
        entry.kind().name(),
        entry.name(),
        text(entry.type()),
        text(entry.mode()),
        text(entry.grade()),
        text(entry.taxpayer()),
        String.join(";", entry.regions()),
        text(entry.partnerId()),
        text(entry.costCentre()),
        Versioned.from(version),
        version.reason());
  }

  private static String text(@org.jspecify.annotations.Nullable Object value) {
    return Objects.toString(value, "");
  }
}
