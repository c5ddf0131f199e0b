package dev.duodang.pricing.book;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a book counts over periods: named counters, and rebates. */
public record Periodic(List<CounterDeclaration> counters, List<Rebate> rebates) {

  public static final Periodic NONE = new Periodic(List.of(), List.of());

  public Periodic {
    counters = List.copyOf(counters);
    rebates = List.copyOf(rebates);
    checkUnique("counter", counters.stream().map(counter -> counter.id().text()));
    checkUnique("rebate", rebates.stream().map(rebate -> rebate.id().text()));
  }

  private static void checkUnique(String what, Stream<String> ids) {
    Set<String> seen = new HashSet<>();
    ids.filter(id -> !seen.add(id))
        .findFirst()
        .ifPresent(
            id -> {
              throw new IllegalArgumentException(what + " \"" + id + "\" is there twice");
            });
  }

  /** The counter of an id, or null when the book has none. */
  public @Nullable CounterDeclaration counter(CounterId id) {
    return counters.stream().filter(counter -> counter.id().equals(id)).findFirst().orElse(null);
  }

  /** The rebate of an id, or null when the book has none. */
  public @Nullable Rebate rebate(RebateId id) {
    return rebates.stream().filter(rebate -> rebate.id().equals(id)).findFirst().orElse(null);
  }

  /**
   * Checks that every counter that a charge or limit names is declared, and that what a limit
   * counts in is counted in by nothing else: amounts and quantities do not add up.
   */
  void check(List<Tier> tiers, List<Modifier> modifiers) {
    Set<CounterId> ofCharges = new HashSet<>();
    tiers.stream().flatMap(tier -> Stream.ofNullable(counter(tier))).forEach(ofCharges::add);
    Set<CounterId> ofLimits = new HashSet<>();
    for (Modifier modifier : modifiers) {
      CounterId id = modifier.effect().counter();
      if (id != null && (ofCharges.contains(id) || !ofLimits.add(id))) {
        throw new IllegalArgumentException(
            "modifier "
                + modifier.id()
                + " limits over counter \""
                + id
                + "\", in which something else counts; a limit needs a counter of its own");
      }
    }
    Stream.concat(ofCharges.stream(), ofLimits.stream())
        .filter(id -> counter(id) == null)
        .findFirst()
        .ifPresent(
            id -> {
              throw new IllegalArgumentException("counter \"" + id + "\" is not declared");
            });
  }

  private static @Nullable CounterId counter(Tier tier) {
    return switch (tier.charge()) {
      case Charge.Metered metered -> metered.scope().counter();
      case Charge.Summed _, Charge.Quoted _, Charge.Listed _ -> null;
    };
  }
}
