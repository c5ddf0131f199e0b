package dev.duodang.pricing.book;

import dev.duodang.pricing.money.Exact;
import dev.duodang.pricing.order.PartNo;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Prices by part number, each with its days of validity; at most one price a number and day.
 *
 * @param entries the prices of one part stand together, the parts in the order given
 */
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

    public Entry {
      if (from != null && until != null && !from.isBefore(until)) {
        throw new IllegalArgumentException("from " + from + " must be before until " + until);
      }
    }

    public boolean isValidOn(LocalDate day) {
      return (from == null || !day.isBefore(from)) && (until == null || day.isBefore(until));
    }

    private boolean overlaps(Entry other) {
      return (until == null || other.from == null || other.from.isBefore(until))
          && (other.until == null || from == null || from.isBefore(other.until));
    }
  }

  public PriceList {
    Map<PartNo, List<Entry>> byPart = new LinkedHashMap<>();
    for (Entry entry : entries) {
      List<Entry> others = byPart.computeIfAbsent(entry.part, _ -> new ArrayList<>());
      if (others.stream().anyMatch(entry::overlaps)) {
        throw new IllegalArgumentException(
            "price list " + id + " has two prices for part " + entry.part + " on the same day");
      }
      others.add(entry);
    }
    entries = byPart.values().stream().flatMap(List::stream).toList();
  }
}
