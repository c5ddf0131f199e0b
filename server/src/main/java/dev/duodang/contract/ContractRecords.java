package dev.duodang.contract;

import dev.duodang.catalog.Counterparties;
import dev.duodang.catalog.RecordScope;
import dev.duodang.catalog.Regions;
import dev.duodang.identity.Actor;
import dev.duodang.identity.TenantClock;
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
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Contracts as rows. */
@Component
class ContractRecords implements RecordKind {

  static final Column RELATION =
      Column.text(
          "relation", "结算关系 关系", "two parties such as headquarters→partner or partner->engineer");

  static final List<Column> COLUMNS =
      List.of(
          Column.text("contractNo", "合同编号 合同号", "at most 64 characters"),
          Column.text("party", "结算对象 结算对象编号", "the number of a counterparty that is recorded"),
          RELATION,
          Column.day("from", "起始日期 开始日期"),
          Column.day("to", "终止日期 结束日期"),
          Column.list("regions", "区域", "codes of regions, divided by ;"),
          Column.list("services", "服务 服务项目", "paths of services such as 维修/空调, divided by ;"),
          Column.text("taxpayer", "纳税人类型 计税身份", TaxWords.TAXPAYER.allowed()),
          Versioned.REASON);

  private final Contracts contracts;
  private final Counterparties counterparties;
  private final Regions regions;
  private final TenantClock clocks;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  ContractRecords(
      Contracts contracts,
      Counterparties counterparties,
      Regions regions,
      TenantClock clocks,
      Clock clock,
      ApplicationEventPublisher events) {
    this.contracts = contracts;
    this.counterparties = counterparties;
    this.regions = regions;
    this.clocks = clocks;
    this.clock = clock;
    this.events = events;
  }

  @Override
  public String name() {
    return "contracts";
  }

  @Override
  public List<Column> columns() {
    return COLUMNS;
  }

  @Override
  public RecordsAnswer take(Actor actor, List<Stated> rows, boolean dryRun) {
    if (dryRun) {
      return taken(actor, contracts.of(actor.tenant()), rows).answer(true);
    }
    RecordsAnswer answer =
        contracts.change(
            actor.tenant(),
            (jdbc, current) -> {
              ContractTaking taking = taken(actor, current, rows);
              taking.additions().forEach(one -> JdbcContracts.add(jdbc, actor.tenant(), one));
              return new Keeper.Changed<>(
                  taking.answer(false),
                  taking.additions().isEmpty() ? null : current.with(taking.additions()));
            });
    if (answer.created() + answer.changed() > 0) {
      events.publishEvent(new RecordsChanged(actor.tenant(), name(), actor.username()));
    }
    return answer;
  }

  private ContractTaking taken(Actor actor, ContractBook book, List<Stated> rows) {
    ContractTaking taking =
        new ContractTaking(
            book,
            counterparties.all(actor.tenant()),
            regions.tree(actor.tenant()),
            actor.scope(),
            new Versioned<>(
                ContractTaking.FIELDS,
                clocks.today(actor.tenant()),
                actor.username(),
                clock.instant()));
    taking.all(rows);
    return taking;
  }

  @Override
  public void export(Actor actor, Consumer<List<String>> row) {
    Map<String, Counterparties.Entry> parties = counterparties.all(actor.tenant());
    for (History<Contract> history : contracts.of(actor.tenant()).contracts().values()) {
      Contract last = ContractBook.last(history);
      if (RecordScope.sees(actor.scope(), parties.get(last.party().text()))) {
        row.accept(cells(history.all().getLast()));
      }
    }
  }

  private static List<String> cells(Version<Contract> version) {
    Contract contract = version.content();
    return List.of(
        contract.number().text(),
        contract.party().text(),
        contract.relation().toString(),
        contract.from().toString(),
        Objects.toString(contract.to(), ""),
        contract.regions().stream().map(Object::toString).collect(Collectors.joining(";")),
        contract.services().stream().map(Object::toString).collect(Collectors.joining(";")),
        Objects.toString(contract.taxpayer(), ""),
        version.reason());
  }
}
