package dev.duodang.pricing.settlement;

import dev.duodang.pricing.book.PriceBook;
import dev.duodang.pricing.book.Rebate;
import dev.duodang.pricing.book.RebateId;
import dev.duodang.pricing.rating.Window;
import dev.duodang.pricing.rating.WindowKey;
import dev.duodang.pricing.rebate.Accrual;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/** What a counterparty has accrued of one rebate in one period. */
public record AccruedRebate(WindowKey key, BookVersion book, Accrual accrual) {

  /**
   * A rebate by the book as it is: by the version that is valid at a time, or at the end of its
   * period if that is earlier, whichever versions the orders were priced by.
   *
   * @param asOf until when versions of the book count
   * @return nothing for what is no rebate, or is in no version of the book
   */
  public static Optional<AccruedRebate> of(
      WindowKey key, Window window, Shelf shelf, Instant asOf) {
    if (key.kind() != WindowKey.Kind.REBATE) {
      return Optional.empty();
    }
    RebateId id = RebateId.of(key.name());
    return shelf.editions(key.relation()).stream()
        .filter(edition -> edition.compiled().book().periodic().rebate(id) != null)
        .min(Comparator.comparingInt((Edition edition) -> isCurrent(edition, key, asOf) ? 0 : 1))
        .map(edition -> new AccruedRebate(key, edition.id(), accrual(edition, id, key, window)));
  }

  private static boolean isCurrent(Edition edition, WindowKey key, Instant asOf) {
    PriceBook book = edition.compiled().book();
    Instant start = key.from().atStartOfDay(book.zone()).toInstant();
    Instant last = key.until().atStartOfDay(book.zone()).toInstant().minusNanos(1);
    Instant time = asOf.isBefore(start) ? start : asOf;
    return edition.isValidAt(time.isAfter(last) ? last : time);
  }

  private static Accrual accrual(Edition edition, RebateId id, WindowKey key, Window window) {
    PriceBook book = edition.compiled().book();
    Rebate rebate = java.util.Objects.requireNonNull(book.periodic().rebate(id));
    return Accrual.of(rebate, window, key.currency(), book.rounding());
  }
}
