package dev.duodang.pricing.book;

import java.util.List;

/**
 * A surcharge, discount or limit on the lines of some categories.
 *
 * @param name as people read it, such as 夜间
 * @param on at least one category
 * @param includingQuoted whether it applies to quoted amounts too, which are final otherwise
 */
public record Modifier(
    ModifierId id,
    String name,
    List<CategoryId> on,
    Conditions when,
    Effect effect,
    boolean includingQuoted) {

  public Modifier {
    on = List.copyOf(on);
    if (on.isEmpty()) {
      throw new IllegalArgumentException("modifier " + id + " names no category");
    }
  }
}
