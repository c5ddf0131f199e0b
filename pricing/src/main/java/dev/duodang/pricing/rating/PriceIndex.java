package dev.duodang.pricing.rating;

import dev.duodang.pricing.book.PriceList;
import dev.duodang.pricing.order.PartNo;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A price list by part number. */
record PriceIndex(Map<PartNo, List<PriceList.Entry>> entries) {

  static PriceIndex of(PriceList list) {
    return new PriceIndex(
        list.entries().stream().collect(Collectors.groupingBy(PriceList.Entry::part)));
  }

  /** The price of a part on a day, or null when the list has none. */
  PriceList.@Nullable Entry on(PartNo part, LocalDate day) {
    for (PriceList.Entry entry : entries.getOrDefault(part, List.of())) {
      if (entry.isValidOn(day)) {
        return entry;
      }
    }
    return null;
  }
}
