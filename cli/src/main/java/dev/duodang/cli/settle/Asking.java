package dev.duodang.cli.settle;

import dev.duodang.pricing.book.Modifier;
import dev.duodang.pricing.book.PriceBook;
import dev.duodang.pricing.book.Rebate;
import dev.duodang.pricing.settlement.Shelf;

/** Whether books ask how promises came out. */
final class Asking {

  private Asking() {}

  /** Whether any book of a shelf asks. */
  static boolean isAny(Shelf shelf) {
    return shelf.relations().stream()
        .flatMap(relation -> shelf.editions(relation).stream())
        .anyMatch(edition -> asks(edition.compiled().book()));
  }

  private static boolean asks(PriceBook book) {
    return book.modifiers().stream().map(Modifier::when).anyMatch(when -> when.asksOfPromise())
        || book.periodic().rebates().stream()
            .map(Rebate::when)
            .anyMatch(when -> when.asksOfPromise());
  }
}
