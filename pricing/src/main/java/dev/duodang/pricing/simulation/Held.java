package dev.duodang.pricing.simulation;

/** Whether an order waits for a person by each set of books. */
record Held(boolean before, boolean after) {

  boolean changes() {
    return before != after;
  }
}
