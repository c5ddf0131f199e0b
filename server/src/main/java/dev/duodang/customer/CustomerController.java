package dev.duodang.customer;

import dev.duodang.customer.Customers.Entry;
import dev.duodang.identity.Actor;
import dev.duodang.identity.Permission;
import dev.duodang.identity.Requires;
import dev.duodang.identity.Scope;
import dev.duodang.identity.TenantClock;
import dev.duodang.problem.Problem;
import dev.duodang.problem.ProblemCode;
import dev.duodang.records.History;
import dev.duodang.records.Version;
import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Customers with a master record, for those who see the whole company. */
@RestController
class CustomerController {

  private static final int PAGE = 100;

  private final Customers customers;
  private final TenantClock clocks;

  CustomerController(Customers customers, TenantClock clocks) {
    this.customers = customers;
    this.clocks = clocks;
  }

  /** A customer in a list, as it is today. */
  record CustomerView(String id, String name, @Nullable String customerClass) {}

  /**
   * A page of customers.
   *
   * @param next asks for the next page; null on the last
   */
  record CustomerPage(List<CustomerView> items, @Nullable String next) {}

  /** What is said of a customer, all versions as they were recorded. */
  record CustomerDetail(CustomerView today, List<CustomerVersionView> versions) {}

  /**
   * One version.
   *
   * @param from the first day on which it counts; null for always
   * @param until the first day on which another counts; null while none does
   * @param counts whether it counts on any day
   */
  record CustomerVersionView(
      int number,
      @Nullable LocalDate from,
      @Nullable LocalDate until,
      boolean counts,
      CustomerView content,
      String reason,
      String by,
      String recordedAt) {}

  @Operation(operationId = "listCustomers", summary = "Customers by number, page by page")
  @GetMapping("/api/v1/customers")
  @Requires(Permission.ORDER_READ)
  CustomerPage customers(
      Actor actor,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String after) {
    LocalDate today = clocks.today(actor.tenant());
    String wanted = q.strip().toLowerCase(Locale.ROOT);
    List<CustomerView> found =
        visible(actor).values().stream()
            .map(history -> history.nearest(today).content())
            .filter(entry -> entry.id().compareTo(after) > 0)
            .filter(
                entry ->
                    entry.name().toLowerCase(Locale.ROOT).contains(wanted)
                        || entry.id().toLowerCase(Locale.ROOT).contains(wanted))
            .limit(PAGE + 1)
            .map(CustomerController::view)
            .toList();
    List<CustomerView> shown = found.subList(0, Math.min(PAGE, found.size()));
    return new CustomerPage(shown, found.size() > PAGE ? shown.getLast().id() : null);
  }

  private Map<String, History<Entry>> visible(Actor actor) {
    return actor.scope() instanceof Scope.WholeTenant ? customers.all(actor.tenant()) : Map.of();
  }

  @Operation(operationId = "getCustomer", summary = "A customer with all versions")
  @GetMapping("/api/v1/customers/{id}")
  @Requires(Permission.ORDER_READ)
  CustomerDetail one(Actor actor, @PathVariable String id) {
    History<Entry> history =
        Optional.ofNullable(visible(actor).get(id))
            .orElseThrow(
                () -> Problem.of(ProblemCode.RECORD_UNKNOWN, "customer", id).toException());
    return new CustomerDetail(
        view(history.nearest(clocks.today(actor.tenant())).content()),
        history.all().stream().map(version -> view(history, version)).toList());
  }

  private static CustomerVersionView view(History<Entry> history, Version<Entry> version) {
    return new CustomerVersionView(
        version.number(),
        version.from(),
        history.until(version).orElse(null),
        history.counting().contains(version),
        view(version.content()),
        version.reason(),
        version.by(),
        version.recordedAt().toString());
  }

  private static CustomerView view(Entry entry) {
    return new CustomerView(entry.id(), entry.name(), entry.customerClass());
  }
}
