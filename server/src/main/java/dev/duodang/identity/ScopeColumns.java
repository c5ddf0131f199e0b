package dev.duodang.identity;

import java.util.List;

/** A scope as columns. */
record ScopeColumns(String kind, List<String> regions, List<String> counterparties) {

  static ScopeColumns of(Scope scope) {
    return switch (scope) {
      case Scope.WholeTenant whole -> new ScopeColumns("TENANT", List.of(), List.of());
      case Scope.Regions regions -> new ScopeColumns("REGION", regions.codes(), List.of());
      case Scope.Counterparties parties ->
          new ScopeColumns("COUNTERPARTY", List.of(), parties.ids());
      case Scope.Self self -> new ScopeColumns("SELF", List.of(), List.of(self.handler()));
    };
  }

  Scope toScope() {
    return switch (kind) {
      case "TENANT" -> new Scope.WholeTenant();
      case "REGION" -> new Scope.Regions(regions);
      case "COUNTERPARTY" -> new Scope.Counterparties(counterparties);
      case "SELF" -> new Scope.Self(counterparties.getFirst());
      default -> throw new IllegalStateException("a scope of kind \"" + kind + "\"");
    };
  }
}
