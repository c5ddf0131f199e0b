package dev.duodang.catalog;

import dev.duodang.catalog.Counterparties.Entry;
import dev.duodang.identity.Actor;
import dev.duodang.identity.OpenTo;
import dev.duodang.identity.TenantClock;
import dev.duodang.pricing.order.Counterparty;
import dev.duodang.problem.Problem;
import dev.duodang.problem.ProblemCode;
import dev.duodang.records.History;
import dev.duodang.records.Version;
import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Counterparties to choose from, and what was said of each from when on. */
@RestController
class CounterpartyController {

  private static final int PAGE = 100;

  private final Counterparties counterparties;
  private final TenantClock clocks;

  CounterpartyController(Counterparties counterparties, TenantClock clocks) {
    this.counterparties = counterparties;
    this.clocks = clocks;
  }

  /** A counterparty in a list, as it is today. */
  record CounterpartyView(
      String id,
      Counterparty.Kind kind,
      String name,
      @Nullable String type,
      @Nullable String mode,
      @Nullable String grade,
      List<String> regions,
      @Nullable String partnerId,
      @Nullable String taxpayer,
      @Nullable String costCentre) {}

  /**
   * A page of counterparties.
   *
   * @param next asks for the next page; null on the last
   */
  record CounterpartyPage(List<CounterpartyView> items, @Nullable String next) {}

  /**
   * What is said of a counterparty.
   *
   * @param versions as they were recorded, the first first
   */
  record CounterpartyDetail(CounterpartyView today, List<CounterpartyVersionView> versions) {}

  /**
   * One version.
   *
   * @param from the first day on which it counts; null for always
   * @param until the first day on which another counts; null while none does
   * @param counts whether it counts on any day; a correction from the same day replaces it
   */
  record CounterpartyVersionView(
      int number,
      @Nullable LocalDate from,
      @Nullable LocalDate until,
      boolean counts,
      CounterpartyView content,
      String reason,
      String by,
      String recordedAt) {}

  /** The kinds of counterparties. */
  enum Kind {
    PARTNER,
    ENGINEER,
    DEPARTMENT
  }

  @Operation(operationId = "listCounterparties", summary = "Partners, engineers and departments")
  @GetMapping("/api/v1/counterparties")
  @OpenTo(OpenTo.Whom.SIGNED_IN)
  List<CounterpartyView> counterparties(
      Actor actor, @RequestParam @Nullable Kind kind, @RequestParam(defaultValue = "") String q) {
    return found(actor, kind, q).stream().map(CounterpartyController::view).toList();
  }

  @Operation(
      operationId = "pageCounterparties",
      summary = "Partners, engineers and departments by number, page by page")
  @GetMapping("/api/v1/counterparties/page")
  @OpenTo(OpenTo.Whom.SIGNED_IN)
  CounterpartyPage page(
      Actor actor,
      @RequestParam @Nullable Kind kind,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String after) {
    List<Entry> found =
        found(actor, kind, q).stream()
            .sorted(java.util.Comparator.comparing(Entry::id))
            .filter(entry -> entry.id().compareTo(after) > 0)
            .limit(PAGE + 1)
            .toList();
    List<Entry> shown = found.subList(0, Math.min(PAGE, found.size()));
    return new CounterpartyPage(
        shown.stream().map(CounterpartyController::view).toList(),
        found.size() > PAGE ? shown.getLast().id() : null);
  }

  private List<Entry> found(Actor actor, @Nullable Kind kind, String q) {
    String wanted = q.strip().toLowerCase(Locale.ROOT);
    return counterparties.all(actor.tenant()).values().stream()
        .filter(entry -> kind == null || entry.kind().name().equals(kind.name()))
        .filter(
            entry ->
                entry.name().toLowerCase(Locale.ROOT).contains(wanted)
                    || entry.id().toLowerCase(Locale.ROOT).contains(wanted))
        .filter(entry -> RecordScope.sees(actor.scope(), entry))
        .toList();
  }

  @Operation(
      operationId = "getCounterparty",
      summary = "A counterparty with all versions of what is said of it")
  @GetMapping("/api/v1/counterparties/{id}")
  @OpenTo(OpenTo.Whom.SIGNED_IN)
  CounterpartyDetail one(Actor actor, @PathVariable String id) {
    LocalDate today = clocks.today(actor.tenant());
    History<Entry> history =
        Optional.ofNullable(counterparties.history(actor.tenant(), id))
            .filter(known -> RecordScope.sees(actor.scope(), known.nearest(today).content()))
            .orElseThrow(
                () -> Problem.of(ProblemCode.RECORD_UNKNOWN, "counterparty", id).toException());
    return new CounterpartyDetail(
        view(history.nearest(today).content()),
        history.all().stream().map(version -> view(history, version)).toList());
  }

  private static CounterpartyVersionView view(History<Entry> history, Version<Entry> version) {
    return new CounterpartyVersionView(
        version.number(),
        version.from(),
        history.until(version).orElse(null),
        history.counting().contains(version),
        view(version.content()),
        version.reason(),
        version.by(),
        version.recordedAt().toString());
  }

  private static CounterpartyView view(Entry entry) {
    return new CounterpartyView(
        entry.id(),
        entry.kind(),
        entry.name(),
        entry.type(),
        entry.mode(),
        entry.grade(),
        entry.regions(),
        entry.partnerId(),
        entry.taxpayer() == null ? null : entry.taxpayer().name(),
        entry.costCentre());
  }
}
