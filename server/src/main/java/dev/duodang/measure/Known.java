package dev.duodang.measure;

import dev.duodang.pricing.book.Period;
import dev.duodang.pricing.book.PriceBook;
import dev.duodang.pricing.book.Rebate;
import dev.duodang.pricing.order.MeasureName;
import dev.duodang.pricing.settlement.Shelf;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The outside measures that rebates of a company's books go by, and over which periods. */
record Known(Map<String, Set<Period>> periods) {

  static Known of(Shelf shelf) {
    Map<String, Set<Period>> periods = new TreeMap<>();
    shelf.relations().stream()
        .flatMap(relation -> shelf.editions(relation).stream())
        .forEach(edition -> add(edition.compiled().book(), periods));
    return new Known(periods);
  }

  private static void add(PriceBook book, Map<String, Set<Period>> periods) {
    for (Rebate rebate : book.periodic().rebates()) {
      if (rebate.measure() instanceof Rebate.Outside outside) {
        periods
            .computeIfAbsent(outside.name().text(), _ -> EnumSet.noneOf(Period.class))
            .add(rebate.period());
      }
    }
  }

  boolean has(MeasureName measure) {
    return periods.containsKey(measure.text());
  }

  boolean isOver(MeasureName measure, Period period) {
    return periods.getOrDefault(measure.text(), Set.of()).contains(period);
  }

  /** The measures, for a message. */
  String names() {
    return periods.isEmpty()
        ? "a measure that a rebate of a published book goes by; there is none"
        : String.join(", ", periods.keySet());
  }

  /** The periods of a measure, for a message. */
  String periods(MeasureName measure) {
    return periods.getOrDefault(measure.text(), Set.of()).stream()
        .map(
            period ->
                switch (period) {
                  case DAY -> "a day such as 2026-11-20";
                  case MONTH -> "a month such as 2026-11";
                  case QUARTER -> "a quarter such as 2026-Q4";
                  case YEAR -> "a year such as 2026";
                })
        .collect(Collectors.joining(", "));
  }
}
