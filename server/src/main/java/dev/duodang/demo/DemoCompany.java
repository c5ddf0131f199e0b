package dev.duodang.demo;

import dev.duodang.book.Books;
import dev.duodang.catalog.Counterparties;
import dev.duodang.catalog.Services;
import dev.duodang.catalog.Templates;
import dev.duodang.configuration.DuodangSettings;
import dev.duodang.configuration.Welcome;
import dev.duodang.identity.Actor;
import dev.duodang.identity.Identities;
import dev.duodang.identity.Person;
import dev.duodang.identity.Role;
import dev.duodang.identity.Scope;
import dev.duodang.identity.Tenant;
import dev.duodang.records.Records;
import dev.duodang.records.RecordsAnswer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Makes the demo company on first use, and says whom to sign in as. */
@Component
class DemoCompany implements Welcome {

  /** Everybody in the demo has it; the demo shows nothing that is anybody's. */
  static final String PASSWORD = "duodang-demo";

  private final DuodangSettings settings;
  private final Identities identities;
  private final Books books;
  private final Counterparties counterparties;
  private final Records records;
  private final Services services;
  private final Templates templates;

  DemoCompany(
      DuodangSettings settings,
      Identities identities,
      Books books,
      Counterparties counterparties,
      Records records,
      Services services,
      Templates templates) {
    this.settings = settings;
    this.identities = identities;
    this.books = books;
    this.counterparties = counterparties;
    this.records = records;
    this.services = services;
    this.templates = templates;
  }

  /** The demo's tenant, if the demo is wanted; made if it is not there yet. */
  Optional<Tenant> tenant() {
    return settings.demoWanted() ? Optional.of(existing().orElseGet(this::make)) : Optional.empty();
  }

  private Optional<Tenant> existing() {
    return identities.tenants().stream().filter(Tenant::demo).findFirst();
  }

  private Tenant make() {
    Templates.Company company = templates.homeAppliance();
    Tenant tenant =
        identities.makeTenant(
            company.company(),
            ZoneId.of(company.zone()),
            Currency.getInstance(company.currency()),
            true);
    templates
        .homeApplianceBooks()
        .forEach(book -> books.record(tenant.id(), book, "template", company.name()));
    services.add(tenant.id(), company.services());
    counterparties.add(tenant.id(), company.counterparties());
    record(tenant, company);
    company.people().forEach(entry -> identities.makePerson(tenant.id(), person(entry), PASSWORD));
    return tenant;
  }

  private void record(Tenant tenant, Templates.Company company) {
    Actor template =
        new Actor(
            tenant.id(), -1, "template", "template", Role.INTEGRATOR, new Scope.WholeTenant(), 0L);
    company
        .records()
        .forEach(
            (kind, rows) -> {
              byte[] text = rows.toString().getBytes(StandardCharsets.UTF_8);
              RecordsAnswer answer = records.json(template, kind, text, false).answer();
              if (answer.refused() > 0) {
                throw new IllegalStateException("a template that ships is refused: " + answer);
              }
            });
  }

  private static Person person(Templates.PersonEntry entry) {
    return new Person(
        entry.username(),
        entry.name(),
        Role.valueOf(entry.role()),
        scope(entry),
        entry.quoteLimit() == null
            ? null
            : new BigDecimal(entry.quoteLimit()).movePointRight(2).longValueExact(),
        entry.description());
  }

  private static Scope scope(Templates.PersonEntry entry) {
    return switch (entry.scope()) {
      case "TENANT" -> new Scope.WholeTenant();
      case "REGION" -> new Scope.Regions(entry.of());
      case "COUNTERPARTY" -> new Scope.Counterparties(entry.of());
      case "SELF" -> new Scope.Self(entry.of().getFirst());
      default -> throw new IllegalStateException("a scope of kind \"" + entry.scope() + "\"");
    };
  }

  /** The people of the demo. */
  List<Person> people() {
    return tenant().map(tenant -> identities.described(tenant.id())).orElse(List.of());
  }

  @Override
  public List<String> lines() {
    List<Person> people = people();
    if (people.isEmpty()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    lines.add("This is a demo company. Sign in with the password " + PASSWORD + " as:");
    people.forEach(
        person -> lines.add("  %-16s %s".formatted(person.username(), person.description())));
    return lines;
  }
}
