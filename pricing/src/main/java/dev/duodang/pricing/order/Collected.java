package dev.duodang.pricing.order;

import dev.duodang.pricing.money.Exact;
import org.jspecify.annotations.Nullable;

/** Money seen on site: how much in major units, how it was paid, and who holds it. */
public record Collected(Exact amount, @Nullable Code method, @Nullable PartyId by) {

  public Collected {
    Quantities.checked("collected amount", amount);
  }
}
