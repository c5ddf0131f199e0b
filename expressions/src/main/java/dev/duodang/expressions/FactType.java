package dev.duodang.expressions;

import dev.cel.common.types.CelType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A kind of thing that has facts, such as the order or an item.
 *
 * @param facts by the name that expressions use, in the order in which they are told
 */
record FactType(String name, Map<String, Fact> facts) {

  /**
   * One fact.
   *
   * @param choices all values that it can have; none where they are not known
   * @param read the value for a thing of the type; null where it does not state the fact
   */
  record Fact(CelType type, List<String> choices, Function<Object, @Nullable Object> read) {}

  /** Collects the facts of a type that is read from one class. */
  static final class Builder<T> {

    private final Class<T> of;
    private final Map<String, Fact> facts = new LinkedHashMap<>();

    Builder(Class<T> of) {
      this.of = of;
    }

    Builder<T> fact(String name, CelType type, Function<T, @Nullable Object> read) {
      return choice(name, type, List.of(), read);
    }

    Builder<T> choice(
        String name, CelType type, List<String> choices, Function<T, @Nullable Object> read) {
      facts.put(name, new Fact(type, choices, thing -> read.apply(of.cast(thing))));
      return this;
    }

    FactType named(String name) {
      return new FactType(name, java.util.Collections.unmodifiableMap(facts));
    }
  }
}
