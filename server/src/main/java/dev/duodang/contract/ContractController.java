package dev.duodang.contract;

import dev.duodang.catalog.Counterparties;
import dev.duodang.catalog.RecordScope;
import dev.duodang.identity.Actor;
import dev.duodang.identity.OpenTo;
import dev.duodang.problem.Problem;
import dev.duodang.problem.ProblemCode;
import dev.duodang.records.History;
import dev.duodang.records.Version;
import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Contracts of the counterparties that somebody sees. */
@RestController
class ContractController {

  private static final int PAGE = 100;

  private final Contracts contracts;
  private final Counterparties counterparties;

  ContractController(Contracts contracts, Counterparties counterparties) {
    this.contracts = contracts;
    this.counterparties = counterparties;
  }

  /**
   * A contract as it was recorded last.
   *
   * @param to the first day on which it is not valid any more; null while it has no end
   */
  record ContractView(
      String contractNo,
      String party,
      String partyName,
      String relation,
      LocalDate from,
      @Nullable LocalDate to,
      List<String> regions,
      List<String> services,
      @Nullable String taxpayer) {}

  /**
   * A page of contracts.
   *
   * @param next asks for the next page; null on the last
   */
  record ContractPage(List<ContractView> items, @Nullable String next) {}

  /** A contract with everything that was recorded of it, the first first. */
  record ContractDetail(ContractView now, List<ContractVersionView> versions) {}

  /** One version of a contract; the last one counts. */
  record ContractVersionView(
      int number, ContractView content, String reason, String by, String recordedAt) {}

  /**
   * From when on a relation settles under contract only, or does not.
   *
   * @param from the first day; null for always
   */
  record ContractRuleView(
      String relation,
      @Nullable LocalDate from,
      boolean required,
      String reason,
      String by,
      String recordedAt) {}

  @Operation(operationId = "listContracts", summary = "Contracts by number, page by page")
  @GetMapping("/api/v1/contracts")
  @OpenTo(OpenTo.Whom.SIGNED_IN)
  ContractPage contracts(
      Actor actor,
      @RequestParam(defaultValue = "") String party,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String after) {
    Map<String, Counterparties.Entry> parties = counterparties.all(actor.tenant());
    String wanted = q.strip().toLowerCase(Locale.ROOT);
    List<ContractView> found =
        contracts.of(actor.tenant()).contracts().values().stream()
            .map(ContractBook::last)
            .filter(contract -> contract.number().text().compareTo(after) > 0)
            .filter(contract -> party.isEmpty() || contract.party().text().equals(party))
            .filter(contract -> sees(actor, parties, contract))
            .map(contract -> view(actor, contract))
            .filter(view -> matches(view, wanted))
            .limit(PAGE + 1)
            .toList();
    List<ContractView> shown = found.subList(0, Math.min(PAGE, found.size()));
    return new ContractPage(shown, found.size() > PAGE ? shown.getLast().contractNo() : null);
  }

  private static boolean matches(ContractView view, String wanted) {
    return view.contractNo().toLowerCase(Locale.ROOT).contains(wanted)
        || view.party().toLowerCase(Locale.ROOT).contains(wanted)
        || view.partyName().toLowerCase(Locale.ROOT).contains(wanted);
  }

  private static boolean sees(
      Actor actor, Map<String, Counterparties.Entry> parties, Contract contract) {
    return RecordScope.sees(actor.scope(), parties.get(contract.party().text()));
  }

  @Operation(
      operationId = "getContract",
      summary = "A contract with everything that was recorded of it")
  @GetMapping("/api/v1/contracts/{number}")
  @OpenTo(OpenTo.Whom.SIGNED_IN)
  ContractDetail one(Actor actor, @PathVariable String number) {
    Map<String, Counterparties.Entry> parties = counterparties.all(actor.tenant());
    History<Contract> history =
        Optional.ofNullable(contracts.of(actor.tenant()).contracts().get(number))
            .filter(known -> sees(actor, parties, ContractBook.last(known)))
            .orElseThrow(
                () -> Problem.of(ProblemCode.RECORD_UNKNOWN, "contract", number).toException());
    return new ContractDetail(
        view(actor, ContractBook.last(history)),
        history.all().stream().map(version -> version(actor, version)).toList());
  }

  private ContractVersionView version(Actor actor, Version<Contract> version) {
    return new ContractVersionView(
        version.number(),
        view(actor, version.content()),
        version.reason(),
        version.by(),
        version.recordedAt().toString());
  }

  @Operation(
      operationId = "listContractRules",
      summary = "Which relations settle under contract only, from when on")
  @GetMapping("/api/v1/contract-rules")
  @OpenTo(OpenTo.Whom.SIGNED_IN)
  List<ContractRuleView> rules(Actor actor) {
    return contracts.of(actor.tenant()).rules().values().stream()
        .flatMap(history -> history.counting().stream())
        .map(
            version ->
                new ContractRuleView(
                    version.content().relation().toString(),
                    version.from(),
                    version.content().required(),
                    version.reason(),
                    version.by(),
                    version.recordedAt().toString()))
        .sorted(Comparator.comparing(ContractRuleView::relation))
        .toList();
  }

  private ContractView view(Actor actor, Contract contract) {
    return new ContractView(
        contract.number().text(),
        contract.party().text(),
        counterparties.name(actor.tenant(), contract.party().text()),
        contract.relation().toString(),
        contract.from(),
        contract.to(),
        contract.regions().stream().map(Object::toString).toList(),
        contract.services().stream().map(Object::toString).toList(),
        contract.taxpayer() == null ? null : contract.taxpayer().name());
  }
}
