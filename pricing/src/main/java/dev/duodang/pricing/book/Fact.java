package dev.duodang.pricing.book;

/** A fact of orders or items that conditions ask for by name. */
public sealed interface Fact permits Dimension, NumberFact {

  /** The name that books use. */
  String key();
}
