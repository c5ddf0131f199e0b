package dev.duodang.identity;

import dev.duodang.pricing.order.PartyId;
import dev.duodang.pricing.region.RegionCode;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which part of the tenant somebody sees. It is part of every query. */
public sealed interface Scope {

  /**
   * Of which counterparties somebody sees what is of them and of no region, such as a rebate; null
   * for all.
   */
  default @Nullable List<PartyId> parties() {
    return switch (this) {
      case WholeTenant _ -> null;
      case Regions _ -> List.of();
      case Counterparties own -> own.ids().stream().map(PartyId::of).toList();
      case Self self -> List.of(PartyId.of(self.handler()));
    };
  }

  /** Everything of the tenant. */
  record WholeTenant() implements Scope {}

  /**
   * Orders in these regions and below them.
   *
   * @param codes of GB/T 2260 or of the tenant's own roots; at least one
   */
  record Regions(List<String> codes) implements Scope {
    public Regions {
      codes = List.copyOf(codes);
      requireSome(codes);
      codes.forEach(RegionCode::of);
    }

    /** Whether the scope holds a region. */
    public boolean holds(RegionCode region) {
      return codes.stream().map(RegionCode::of).anyMatch(region::isWithin);
    }

    /** What the codes of the scope's regions look like, for LIKE. */
    public String[] patterns() {
      return codes.stream().flatMap(code -> patterns(RegionCode.of(code))).toArray(String[]::new);
    }

    /** What the codes of a region and all below it look like, for LIKE. */
    public static Stream<String> patterns(RegionCode region) {
      return Stream.of(region.text(), region.below() + "%");
    }
  }

  /**
   * Orders these counterparties do, and the relations they are party to.
   *
   * @param ids at least one
   */
  record Counterparties(List<String> ids) implements Scope {
    public Counterparties {
      ids = List.copyOf(ids);
      requireSome(ids);
    }
  }

  /**
   * Orders this engineer handles, and his own lines.
   *
   * @param handler his number as a counterparty
   */
  record Self(String handler) implements Scope {
    public Self {
      requireSome(List.of(handler));
    }
  }

  private static void requireSome(List<String> names) {
    if (names.isEmpty() || names.stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException("a scope names at least one region or counterparty");
    }
  }
}
