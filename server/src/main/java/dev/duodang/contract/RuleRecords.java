package dev.duodang.contract;

import dev.duodang.identity.Actor;
import dev.duodang.identity.Scope;
import dev.duodang.identity.TenantClock;
import dev.duodang.pricing.book.Relation;
import dev.duodang.records.Column;
import dev.duodang.records.History;
import dev.duodang.records.Keeper;
import dev.duodang.records.RecordKind;
import dev.duodang.records.RecordsAnswer;
import dev.duodang.records.RecordsChanged;
import dev.duodang.records.Stated;
import dev.duodang.records.StatedFields;
import dev.duodang.records.Taken;
import dev.duodang.records.Taking;
import dev.duodang.records.Version;
import dev.duodang.records.Versioned;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** As rows: which relations settle under contract only, from which day on. */
@Component
class RuleRecords implements RecordKind {

  private static final Map<String, Boolean> ANSWERS =
      Map.of("true", true, "yes", true, "是", true, "false", false, "no", false, "否", false);

  private static final List<Column> COLUMNS =
      List.of(
          ContractRecords.RELATION,
          Column.text("required", "须有合同 需要合同", "true (是) or false (否)"),
          Versioned.FROM,
          Versioned.REASON);

  private final Contracts contracts;
  private final TenantClock clocks;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  RuleRecords(
      Contracts contracts, TenantClock clocks, Clock clock, ApplicationEventPublisher events) {
    this.contracts = contracts;
    this.clocks = clocks;
    this.clock = clock;
    this.events = events;
  }

  @Override
  public String name() {
    return "contract-rules";
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
              RuleTaking taking = taken(actor, current, rows);
              taking.additions().forEach(one -> JdbcContracts.addRule(jdbc, actor.tenant(), one));
              return new Keeper.Changed<>(
                  taking.answer(false),
                  taking.additions().isEmpty() ? null : current.withRules(taking.additions()));
            });
    if (answer.created() + answer.changed() > 0) {
      events.publishEvent(new RecordsChanged(actor.tenant(), name(), actor.username()));
    }
    return answer;
  }

  private RuleTaking taken(Actor actor, ContractBook book, List<Stated> rows) {
    RuleTaking taking =
        new RuleTaking(
            book,
            actor.scope(),
            new Versioned<>(
                List.of(new Versioned.Field<>("required", ContractRule::required)),
                clocks.today(actor.tenant()),
                actor.username(),
                clock.instant()));
    taking.all(rows);
    return taking;
  }

  @Override
  public void export(Actor actor, Consumer<List<String>> row) {
    contracts
        .of(actor.tenant())
        .rules()
        .values()
        .forEach(history -> history.counting().forEach(version -> row.accept(cells(version))));
  }

  private static List<String> cells(Version<ContractRule> version) {
    return List.of(
        version.content().relation().toString(),
        Boolean.toString(version.content().required()),
        Versioned.from(version),
        version.reason());
  }

  private static final class RuleTaking extends Taking<Version<ContractRule>> {

    private final Scope scope;
    private final Versioned<ContractRule> versions;
    private ContractBook book;

    RuleTaking(ContractBook book, Scope scope, Versioned<ContractRule> versions) {
      super(COLUMNS);
      this.book = book;
      this.scope = scope;
      this.versions = versions;
    }

    @Override
    protected @Nullable Taken<Version<ContractRule>> take(StatedFields row) {
      Relation relation = row.required("relation", null, Relation::parse);
      Boolean required = row.required("required", null, RuleTaking::answer);
      if (!(scope instanceof Scope.WholeTenant)) {
        row.refuse("relation", row.text("relation"), "concerns the whole company", "nothing");
      }
      if (relation == null || required == null) {
        return null;
      }
      History<ContractRule> known = book.rules().get(relation);
      LocalDate from = versions.from(row, known);
      return versions.taken(
          relation.toString(), row, known, from, new ContractRule(relation, required));
    }

    private static Boolean answer(String text) {
      Boolean answer = ANSWERS.get(text.toLowerCase(java.util.Locale.ROOT));
      if (answer == null) {
        throw new IllegalArgumentException("\"" + text + "\" is neither yes nor no");
      }
      return answer;
    }

    @Override
    protected void keep(Version<ContractRule> addition) {
      book = book.withRules(List.of(addition));
    }
  }
}
