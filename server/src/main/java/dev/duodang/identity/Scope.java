package dev.duodang.identity;

import java.util.List;

/** Which part of the tenant somebody sees. It is part of every query. */
public sealed interface Scope {

  /** Everything of the tenant. */
  record WholeTenant() implements Scope {}

  /**
   * Orders in these regions and below them.
   *
   * @param codes GB/T 2260 codes of six digits; at least one
   */
  record Regions(List<String> codes) implements Scope {
    public Regions {
      codes = List.copyOf(codes);
      requireSome(codes);
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
