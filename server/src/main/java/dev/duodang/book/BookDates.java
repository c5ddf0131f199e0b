package dev.duodang.book;

import dev.duodang.pricing.book.PriceBook;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Moves a book's validity. */
final class BookDates {

  private BookDates() {}

  /** The same book, valid from another day on. */
  static PriceBook validFrom(PriceBook book, LocalDate day) {
    return valid(book, day, book.validUntil());
  }

  /** The same book, valid at any time. */
  static PriceBook always(PriceBook book) {
    return valid(book, LocalDate.EPOCH, null);
  }

  private static PriceBook valid(PriceBook book, LocalDate from, @Nullable LocalDate until) {
    return new PriceBook(
        book.id(),
        book.name(),
        book.relation(),
        book.currency(),
        book.zone(),
        book.pricedAt(),
        book.finalAt(),
        from,
        until,
        book.rounding(),
        book.appliesWhen(),
        book.promiseCategory(),
        book.holdAbove(),
        book.specificity(),
        book.mandatory(),
        book.regions(),
        book.groups(),
        book.attributes(),
        book.measures(),
        book.categories(),
        book.tiers(),
        book.modifiers(),
        book.priceLists(),
        book.calendars(),
        book.exchangeRates(),
        book.covers(),
        book.modifierGroups(),
        book.periodic(),
        book.showBase(),
        book.taxes());
  }
}
