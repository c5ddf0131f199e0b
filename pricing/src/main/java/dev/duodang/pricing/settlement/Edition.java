package dev.duodang.pricing.settlement;

import dev.duodang.pricing.book.BookId;
import dev.duodang.pricing.book.PriceBook;
import dev.duodang.pricing.rating.CompiledBook;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A version of a book as it was recorded. */
public final class Edition {

  private final CompiledBook compiled;
  private final BookVersion id;
  private final Instant recordedAt;
  private final Instant validFrom;
  private final @Nullable Instant validUntil;

  /**
   * A version of a book.
   *
   * @param recordedAt of two versions valid at the same time the one recorded later counts; of two
   *     recorded together, the one of the higher version
   */
  public Edition(CompiledBook compiled, int version, Instant recordedAt) {
    PriceBook book = compiled.book();
    LocalDate until = book.validUntil();
    this.compiled = compiled;
    this.id = new BookVersion(book.id(), version);
    this.recordedAt = recordedAt;
    this.validFrom = book.validFrom().atStartOfDay(book.zone()).toInstant();
    this.validUntil = until == null ? null : until.atStartOfDay(book.zone()).toInstant();
  }

  public CompiledBook compiled() {
    return compiled;
  }

  public BookVersion id() {
    return id;
  }

  public int version() {
    return id.version();
  }

  public Instant recordedAt() {
    return recordedAt;
  }

  BookId book() {
    return id.book();
  }

  /** Whether the pricing time lies on one of the book's days, in its zone. */
  boolean isValidAt(Instant pricingTime) {
    return !pricingTime.isBefore(validFrom)
        && (validUntil == null || pricingTime.isBefore(validUntil));
  }
}
