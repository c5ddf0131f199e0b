package dev.duodang.identity;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is signed in, and what he may see and do.
 *
 * @param user the person
 * @param tenant his company
 * @param permissions what he may do
 * @param scope what he sees
 * @param quoteLimit the largest amount he may decide alone, in major units; none means no limit
 */
public record SessionView(
    User user,
    Company tenant,
    List<Permission> permissions,
    ScopeView scope,
    @Nullable String quoteLimit) {

  /** The person. */
  public record User(String id, String name, String username, Role role) {}

  /** The company. */
  public record Company(String id, String name, boolean demo, String zone, String currency) {}

  /** Kind is TENANT, REGION, COUNTERPARTY or SELF. */
  public record ScopeView(
      String kind, List<String> regions, List<String> counterparties, String label) {}

  static SessionView of(Actor actor, Tenant tenant) {
    return new SessionView(
        new User(Long.toString(actor.id()), actor.name(), actor.username(), actor.role()),
        new Company(
            tenant.id().toString(),
            tenant.name(),
            tenant.demo(),
            tenant.zone().getId(),
            tenant.currency().getCurrencyCode()),
        actor.role().permissions().stream().sorted().toList(),
        scope(actor.scope(), tenant),
        limit(actor, tenant));
  }

  private static ScopeView scope(Scope scope, Tenant tenant) {
    ScopeColumns columns = ScopeColumns.of(scope);
    String label =
        switch (scope) {
          case Scope.WholeTenant whole -> tenant.name();
          case Scope.Regions regions -> String.join(", ", regions.codes());
          case Scope.Counterparties parties -> String.join(", ", parties.ids());
          case Scope.Self self -> self.handler();
        };
    return new ScopeView(columns.kind(), columns.regions(), columns.counterparties(), label);
  }

  private static @Nullable String limit(Actor actor, Tenant tenant) {
    Long minor = actor.quoteLimitMinor();
    return minor == null
        ? null
        : BigDecimal.valueOf(minor, tenant.currency().getDefaultFractionDigits()).toPlainString();
  }
}
