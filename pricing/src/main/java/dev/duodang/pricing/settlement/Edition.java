package dev.duodang.pricing.settlement;

import dev.duodang.pricing.book.BookId;
import dev.duodang.pricing.rating.CompiledBook;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A version of a book as it was recorded.
 *
 * @param recordedAt of two versions valid at the same time the one recorded later counts; of two
 *     recorded together, the one of the higher version
 */
public record Edition(CompiledBook compiled, int version, Instant recordedAt) {

  public BookVersion id() {
    return new BookVersion(compiled.book().id(), version);
  }

  BookId book() {
    return compiled.book().id();
  }

  boolean isValidAt(Instant pricingTime) {
    LocalDate day = pricingTime.atZone(compiled.book().zone()).toLocalDate();
    LocalDate until = compiled.book().validUntil();
    return !day.isBefore(compiled.book().validFrom()) && (until == null || day.isBefore(until));
  }
}
