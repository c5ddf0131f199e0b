package dev.duodang.book;

import dev.duodang.pricing.book.PriceBook;
import java.time.LocalDate;

/** Moves a book's validity. */
final class BookDates {

  private BookDates() {}

  /** The same book, valid from another day on. */
  static PriceBook validFrom(PriceBook book, LocalDate day) {
    return new PriceBook(
        book.id(),
        book.name(),
        book.relation(),
        book.currency(),
        book.zone(),
        book.pricedAt(),
        book.finalAt(),
        day,
        book.validUntil(),
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
        book.covers());
  }
}
