package dev.duodang.cli.settle;

import dev.duodang.pricing.settlement.Shelf;

/** Whether what is written speaks of tax. */
final class Taxed {

  private Taxed() {}

  /** Whether any book of a shelf has taxes. */
  static boolean isAny(Shelf shelf) {
    return shelf.relations().stream()
        .flatMap(relation -> shelf.editions(relation).stream())
        .anyMatch(edition -> edition.compiled().book().taxes() != null);
  }
}
