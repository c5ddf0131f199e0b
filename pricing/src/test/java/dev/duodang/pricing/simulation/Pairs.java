package dev.duodang.pricing.simulation;

import dev.duodang.pricing.order.WorkOrder;
import dev.duodang.pricing.rating.CompiledBook;
import dev.duodang.pricing.rating.Facts;
import dev.duodang.pricing.rating.Tallies;
import dev.duodang.pricing.rating.Windows;
import dev.duodang.pricing.region.GbT2260;
import dev.duodang.pricing.region.Region;
import dev.duodang.pricing.region.RegionCode;
import dev.duodang.pricing.region.Resolution;
import dev.duodang.pricing.sample.Desk;
import dev.duodang.pricing.sample.OrderText;
import dev.duodang.pricing.settlement.Edition;
import dev.duodang.pricing.settlement.Settler;
import dev.duodang.pricing.settlement.Shelf;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Settles orders of tests with two books. */
record Pairs(Settler before, Settler after) {

  static Pairs of(CompiledBook before, CompiledBook after) {
    return new Pairs(settler(before), settler(after));
  }

  private static Settler settler(CompiledBook book) {
    return new Settler(Shelf.of(List.of(new Edition(book, 1, Instant.EPOCH))));
  }

  Difference difference(String text) {
    WorkOrder order = OrderText.parse(text);
    Optional<Region> region =
        Optional.ofNullable(order.place().region()).flatMap(GbT2260.tree()::find);
    Resolution place =
        region.<Resolution>map(Resolution.Resolved::new).orElseGet(Resolution.Unknown::new);
    Facts facts = Facts.of(order, place, Desk.NOW);
    RegionCode root =
        region.flatMap(known -> GbT2260.tree().root(known.code())).map(Region::code).orElse(null);
    return new Difference(
        order,
        root,
        Outcome.of(before.settle(facts, Tallies.NONE, Windows.NONE)),
        Outcome.of(after.settle(facts, Tallies.NONE, Windows.NONE)));
  }
}
