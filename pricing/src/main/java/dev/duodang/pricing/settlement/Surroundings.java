package dev.duodang.pricing.settlement;

import dev.duodang.pricing.order.WorkOrder;
import dev.duodang.pricing.rating.Tallies;
import dev.duodang.pricing.rating.Windows;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an order's settlement depends on outside of the order.
 *
 * @param related the order that it follows, when it is known
 * @param tallies what its visit came to so far, this order's own part included
 * @param windows what the periods of its parties came to so far, this order's own part included
 * @param objections what speaks against settling it beyond its book
 * @param asOf the time at which an order is priced whose facts are not final yet
 */
public record Surroundings(
    @Nullable WorkOrder related,
    Tallies tallies,
    Windows windows,
    Objections objections,
    Instant asOf) {

  /** Surroundings in which nothing speaks against an order beyond its book. */
  public Surroundings(@Nullable WorkOrder related, Tallies tallies, Windows windows, Instant asOf) {
    this(related, tallies, windows, Objections.NONE, asOf);
  }

  public static Surroundings none(Instant asOf) {
    return new Surroundings(null, Tallies.NONE, Windows.NONE, asOf);
  }
}
