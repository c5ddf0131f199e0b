package dev.duodang.pricing.rating;

import dev.duodang.pricing.book.CategoryId;
import dev.duodang.pricing.book.Relation;
import dev.duodang.pricing.money.Money;

/** The lines of an order's other relations, for charges that are a part of them. */
@FunctionalInterface
public interface Bases {

  /** The order has no other relation. */
  Bases NONE = (_, _) -> new Base.Absent();

  Base of(Relation relation, CategoryId category);

  /** What another relation gives as a base. */
  sealed interface Base {

    /** The sum of the category's lines with their modifiers. */
    record Amount(Money sum) implements Base {}

    /** The relation does not apply, or has no line in the category. */
    record Absent() implements Base {}

    /** The relation waits for a person, for this reason. */
    record Waiting(Hold.Reason reason) implements Base {}
  }
}
