package dev.duodang.pricing.order;

import org.jspecify.annotations.Nullable;

/** Who is served, as far as it is known. */
public record Customer(@Nullable PartyId id, @Nullable Code customerClass) {

  public static final Customer UNKNOWN = new Customer(null, null);
}
