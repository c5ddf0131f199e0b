package dev.duodang.pricing.book;

import dev.duodang.pricing.order.MeasureName;

/** The quantity or amount that a charge is computed from. */
public sealed interface Measure {

  /** A quantity that every work order has a place for. */
  enum Standard implements Measure {
    /** The item's quantity. */
    QUANTITY,
    /** One for the order or item, whatever its quantity. */
    ONCE,
    /** Metres, one way. */
    DISTANCE_METRES,
    DURATION_SECONDS,
    /** The sum of the amounts that the source stated for the order's parts. */
    STATED_PARTS_AMOUNT
  }

  /** A measured quantity that the book declared; an item's own value goes before its order's. */
  record Named(MeasureName name) implements Measure {}

  /** The lines of another category of the same settlement, before modifiers. */
  record CategoryAmount(CategoryId category) implements Measure {}

  /** The lines of a category of another relation of the same order, with their modifiers. */
  record RelationAmount(Relation relation, CategoryId category) implements Measure {}
}
