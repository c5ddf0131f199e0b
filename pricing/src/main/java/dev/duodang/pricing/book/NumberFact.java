package dev.duodang.pricing.book;

import dev.duodang.pricing.order.AttributeName;
import dev.duodang.pricing.order.MeasureName;

/** A number of an order or item that a condition may hold between two bounds. */
public sealed interface NumberFact extends Fact {

  /** A number that every work order has a place for. */
  enum Standard implements NumberFact {
    QUANTITY("quantity"),
    DISTANCE_METRES("distance"),
    DURATION_SECONDS("duration");

    private final String key;

    Standard(String key) {
      this.key = key;
    }

    @Override
    public String key() {
      return key;
    }
  }

  /** A measured quantity that the book declared. */
  record Measured(MeasureName name) implements NumberFact {
    @Override
    public String key() {
      return name.text();
    }
  }

  /** A declared attribute of type number. */
  record Attribute(AttributeName name) implements NumberFact {
    @Override
    public String key() {
      return name.text();
    }
  }
}
