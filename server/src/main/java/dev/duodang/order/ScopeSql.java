package dev.duodang.order;

import dev.duodang.identity.Scope;
import java.util.Map;

/** A reader's scope as a condition on {@code work_order w}. */
record ScopeSql(String condition, Map<String, Object> parameters) {

  static ScopeSql of(Scope scope) {
    return switch (scope) {
      case Scope.WholeTenant _ -> new ScopeSql("", Map.of());
      case Scope.Regions regions ->
          new ScopeSql(
              " AND w.region LIKE ANY (:scopeRegions::text[])",
              Map.of("scopeRegions", regions.patterns()));
      case Scope.Counterparties parties ->
          new ScopeSql(
              " AND w.counterparty_id = ANY (:scopeParties::text[])",
              Map.of("scopeParties", parties.ids().toArray(String[]::new)));
      case Scope.Self self ->
          new ScopeSql(
              " AND w.handlers @> :scopeHandler::text[]",
              Map.of("scopeHandler", new String[] {self.handler()}));
    };
  }
}
