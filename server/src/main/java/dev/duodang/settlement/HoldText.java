package dev.duodang.settlement;

import dev.duodang.pricing.rating.Hold;
import java.util.List;
import java.util.stream.Collectors;

/** The reasons of a settlement's holds as they are kept: {@code QUOTE,NO_TIER}. */
final class HoldText {

  private HoldText() {}

  static String write(List<Hold> holds) {
    return holds.stream()
        .map(hold -> hold.reason().name())
        .distinct()
        .collect(Collectors.joining(","));
  }
}
