package dev.duodang.pricing.proof;

import dev.duodang.pricing.book.Condition;
import dev.duodang.pricing.book.PriceBook;
import dev.duodang.pricing.book.Tier;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The day of the pricing time inside the book's validity, between the days of its tiers. */
final class PricingDayAspect implements Aspect {

  private final List<LocalDate> starts;
  private final @Nullable LocalDate end;

  PricingDayAspect(PriceBook book) {
    TreeSet<LocalDate> cuts = new TreeSet<>();
    for (Tier tier : book.tiers()) {
      addInside(cuts, tier.validFrom(), book);
      addInside(cuts, tier.validUntil(), book);
    }
    cuts.add(book.validFrom());
    this.starts = List.copyOf(cuts);
    this.end = book.validUntil();
  }

  private static void addInside(
      SortedSet<LocalDate> cuts, @Nullable LocalDate day, PriceBook book) {
    boolean inside =
        day != null
            && day.isAfter(book.validFrom())
            && (book.validUntil() == null || day.isBefore(book.validUntil()));
    if (inside) {
      cuts.add(day);
    }
  }

  /** The days of a tier's own validity. */
  Parts within(@Nullable LocalDate from, @Nullable LocalDate until) {
    return Parts.where(
        size(),
        part ->
            (from == null || !starts.get(part).isBefore(from))
                && (until == null || starts.get(part).isBefore(until)));
  }

  List<Span> spans(Parts parts) {
    return Runs.of(parts, size()).stream()
        .map(run -> Span.ofDays(starts.get(run[0]), until(run[1])))
        .toList();
  }

  private @Nullable LocalDate until(int part) {
    return part == size() - 1 ? end : starts.get(part + 1);
  }

  @Override
  public int size() {
    return starts.size();
  }

  @Override
  public Parts all() {
    return Parts.where(size(), _ -> true);
  }

  @Override
  public boolean ofItem() {
    return false;
  }

  @Override
  public @Nullable Parts admittedBy(Condition condition) {
    return null;
  }

  @Override
  public List<Extent> extents(Parts parts) {
    if (parts.equals(all())) {
      return List.of();
    }
    return List.of(
        new Extent.PricedOn(
            Runs.of(parts, size()).stream()
                .map(
                    run ->
                        new Extent.PricedOn.Days(
                            run[0] == 0 ? null : starts.get(run[0]), until(run[1])))
                .toList()));
  }
}
