package dev.duodang.pricing.settlement;

import dev.duodang.pricing.book.PriceBook;
import dev.duodang.pricing.book.Rebate;
import dev.duodang.pricing.book.RebateId;
import dev.duodang.pricing.rating.Window;
import dev.duodang.pricing.rating.WindowKey;
import dev.duodang.pricing.rebate.Accrual;
import dev.duodang.pricing.rebate.OutsideKey;
import dev.duodang.pricing.rebate.OutsideValue;
import dev.duodang.pricing.rebate.OutsideValues;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a counterparty has accrued of one rebate in one period.
 *
 * @param outside what is reported of the rebate's outside measure; null for nothing, and where
 *     orders carry the measure
 */
public record AccruedRebate(
    WindowKey key, BookVersion book, Accrual accrual, @Nullable OutsideValue outside) {

  /**
   * A rebate by the book as it is: by the version that is valid at a time, or at the end of its
   * period if that is earlier, whichever versions the orders were priced by.
   *
   * @param reported what counts of outside measures
   * @param asOf until when versions of the book count
   * @return nothing for what is no rebate, or is in no version of the book
   */
  public static Optional<AccruedRebate> of(
      WindowKey key, Window window, Shelf shelf, OutsideValues reported, Instant asOf) {
    return edition(key, shelf, asOf).map(edition -> of(key, window, edition, reported));
  }

  /**
   * The measure that a window goes by, by the version that {@link #of} takes.
   *
   * @return nothing where it goes by what orders carry
   */
  public static Optional<OutsideKey> outside(WindowKey key, Shelf shelf, Instant asOf) {
    return edition(key, shelf, asOf)
        .flatMap(edition -> Optional.ofNullable(OutsideKey.of(key, rebate(edition, key))));
  }

  private static Optional<Edition> edition(WindowKey key, Shelf shelf, Instant asOf) {
    if (key.kind() != WindowKey.Kind.REBATE) {
      return Optional.empty();
    }
    RebateId id = RebateId.of(key.name());
    return shelf.editions(key.relation()).stream()
        .filter(edition -> edition.compiled().book().periodic().rebate(id) != null)
        .min(Comparator.comparingInt((Edition edition) -> isCurrent(edition, key, asOf) ? 0 : 1));
  }

  private static boolean isCurrent(Edition edition, WindowKey key, Instant asOf) {
    PriceBook book = edition.compiled().book();
    Instant start = key.from().atStartOfDay(book.zone()).toInstant();
    Instant last = key.until().atStartOfDay(book.zone()).toInstant().minusNanos(1);
    Instant time = asOf.isBefore(start) ? start : asOf;
    return edition.isValidAt(time.isAfter(last) ? last : time);
  }

  private static Rebate rebate(Edition edition, WindowKey key) {
    PriceBook book = edition.compiled().book();
    return Objects.requireNonNull(book.periodic().rebate(RebateId.of(key.name())));
  }

  private static AccruedRebate of(
      WindowKey key, Window window, Edition edition, OutsideValues reported) {
    Rebate rebate = rebate(edition, key);
    OutsideKey measure = OutsideKey.of(key, rebate);
    OutsideValue outside = measure == null ? null : reported.of(measure);
    Accrual accrual =
        Accrual.of(
            rebate,
            window,
            outside == null ? null : outside.value(),
            key.currency(),
            edition.compiled().book().rounding());
    return new AccruedRebate(key, edition.id(), accrual, outside);
  }
}
