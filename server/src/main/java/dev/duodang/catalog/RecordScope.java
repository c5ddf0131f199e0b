package dev.duodang.catalog;

import dev.duodang.catalog.Counterparties.Entry;
import dev.duodang.identity.Scope;
import dev.duodang.pricing.region.RegionCode;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whose master records somebody sees, and which he may change. */
public final class RecordScope {

  private RecordScope() {}

  /**
   * Whether somebody sees a counterparty: with a scope of regions one that works in any part of
   * them, or anywhere; with a scope of counterparties these and their engineers; else himself.
   */
  public static boolean sees(Scope scope, @Nullable Entry entry) {
    return switch (scope) {
      case Scope.WholeTenant _ -> true;
      case Scope.Regions own ->
          entry != null
              && (entry.regions().isEmpty()
                  || entry.regions().stream()
                      .map(RegionCode::of)
                      .anyMatch(region -> touches(own, region)));
      case Scope.Counterparties own ->
          entry != null
              && (own.ids().contains(entry.id())
                  || (entry.partnerId() != null && own.ids().contains(entry.partnerId())));
      case Scope.Self self -> entry != null && Objects.equals(entry.id(), self.handler());
    };
  }

  private static boolean touches(Scope.Regions own, RegionCode region) {
    return own.holds(region)
        || own.codes().stream().map(RegionCode::of).anyMatch(code -> code.isWithin(region));
  }

  /** Whether somebody may change a record: all of its regions lie in his. */
  public static boolean mayEdit(Scope scope, Entry entry) {
    return switch (scope) {
      case Scope.WholeTenant _ -> true;
      case Scope.Regions own ->
          !entry.regions().isEmpty()
              && entry.regions().stream().map(RegionCode::of).allMatch(own::holds);
      case Scope.Counterparties _, Scope.Self _ -> false;
    };
  }

  /** What a scope lets change, for a message. */
  public static String allowed(Scope scope) {
    return switch (scope) {
      case Scope.WholeTenant _ -> "";
      case Scope.Regions own -> own.codes().stream().collect(Collectors.joining(", "));
      case Scope.Counterparties _, Scope.Self _ -> "nothing";
    };
  }
}
