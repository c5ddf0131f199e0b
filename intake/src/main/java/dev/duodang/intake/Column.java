package dev.duodang.intake;

import java.util.List;

/**
 * What a column of a table may be.
 *
 * @param name its name as in JSON, with dots between the levels
 * @param labels what Chinese sheets write above it, divided by blanks
 * @param allowed what its cells may hold
 * @param moment whether they are times, which a sheet keeps as numbers
 */
record Column(String name, String labels, String allowed, boolean moment, Setter setter) {

  /** Sets what a cell says. */
  @FunctionalInterface
  interface Setter {

    /**
     * Reads a cell that is not empty.
     *
     * @throws IllegalArgumentException with what is wrong
     */
    void set(Draft draft, Chars cell);
  }

  static Column of(String name, String labels, String allowed, Setter setter) {
    return new Column(name, labels, allowed, false, setter);
  }

  List<String> allNames() {
    return List.of((name + " " + labels).strip().split(" ", -1));
  }
}
