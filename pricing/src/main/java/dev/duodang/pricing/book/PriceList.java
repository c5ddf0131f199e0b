package dev.duodang.pricing.book;

import dev.duodang.pricing.money.Exact;
import dev.duodang.pricing.order.PartNo;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Prices by part number, each with its days of validity; at most one price a number and day. */
public record PriceList(PriceListId id, List<Entry> entries) {

  /**
   * A price of one unit of a part in major units.
   *
   * @param unit as people read it, such as 米; empty for pieces
   * @param from first day; null for always
   * @param until day after the last; null for always
   */
  public record Entry(
      PartNo part, Exact price, String unit, @Nullable LocalDate from, @Nullable LocalDate until) {

    public boolean isValidOn(LocalDate day) {
      return (from == null || !day.isBefore(from)) && (until == null || day.isBefore(until));
    }

    private boolean overlaps(Entry other) {
      return (until == null || other.from == null || other.from.isBefore(until))
          && (other.until == null || from == null || from.isBefore(other.until));
    }
  }

  public PriceList {
    entries = List.copyOf(entries);
    Map<PartNo, Entry> seen = new HashMap<>();
    for (Entry entry : entries) {
      Entry other = seen.put(entry.part, entry);
      if (other != null && other.overlaps(entry)) {
        throw new IllegalArgumentException(
            "price list " + id + " has two prices for part " + entry.part + " on the same day");
      }
    }
  }
}
