package dev.duodang.customer;

import dev.duodang.customer.Customers.Entry;
import dev.duodang.identity.Actor;
import dev.duodang.identity.Scope;
import dev.duodang.identity.TenantClock;
import dev.duodang.records.Column;
import dev.duodang.records.History;
import dev.duodang.records.Keeper;
import dev.duodang.records.RecordKind;
import dev.duodang.records.RecordsAnswer;
import dev.duodang.records.RecordsChanged;
import dev.duodang.records.Stated;
import dev.duodang.records.Version;
import dev.duodang.records.Versioned;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Customers as rows. */
@Component
class CustomerRecords implements RecordKind {

  static final List<Column> COLUMNS =
      List.of(
          Column.text("id", "编号 客户编号", "at most 64 characters"),
          Column.text("name", "名称 姓名 客户名称", "1 to 100 characters"),
          Column.text(
              "class",
              "客户分层 客户等级 分层",
              "at most 120 characters, such as MEMBER, VIP or KEY_ACCOUNT"),
          Versioned.FROM,
          Versioned.REASON);

  private final Customers customers;
  private final TenantClock clocks;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  CustomerRecords(
      Customers customers, TenantClock clocks, Clock clock, ApplicationEventPublisher events) {
    this.customers = customers;
    this.clocks = clocks;
    this.clock = clock;
    this.events = events;
  }

  @Override
  public String name() {
    return "customers";
  }

  @Override
  public List<Column> columns() {
    return COLUMNS;
  }

  @Override
  public RecordsAnswer take(Actor actor, List<Stated> rows, boolean dryRun) {
    if (dryRun) {
      return taken(actor, customers.all(actor.tenant()), rows).answer(true);
    }
    RecordsAnswer answer =
        customers.change(
            actor.tenant(),
            (jdbc, current) -> {
              CustomerTaking taking = taken(actor, current, rows);
              customers.insert(jdbc, actor.tenant(), taking.additions());
              return new Keeper.Changed<>(
                  taking.answer(false),
                  taking.additions().isEmpty()
                      ? null
                      : Customers.with(current, taking.additions()));
            });
    if (answer.created() + answer.changed() > 0) {
      events.publishEvent(new RecordsChanged(actor.tenant(), name(), actor.username()));
    }
    return answer;
  }

  private CustomerTaking taken(Actor actor, Map<String, History<Entry>> known, List<Stated> rows) {
    CustomerTaking taking =
        new CustomerTaking(
            known,
            new Versioned<>(
                CustomerTaking.FIELDS,
                clocks.today(actor.tenant()),
                actor.username(),
                clock.instant()));
    taking.all(rows);
    return taking;
  }

  /** Customers lie in no region: they are seen by those who see the whole company. */
  @Override
  public void export(Actor actor, Consumer<List<String>> row) {
    if (actor.scope() instanceof Scope.WholeTenant) {
      customers
          .all(actor.tenant())
          .values()
          .forEach(history -> history.counting().forEach(version -> row.accept(cells(version))));
    }
  }

  private static List<String> cells(Version<Entry> version) {
    return List.of(
        version.content().id(),
        version.content().name(),
        Objects.toString(version.content().customerClass(), ""),
        Versioned.from(version),
        version.reason());
  }
}
