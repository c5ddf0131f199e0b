package dev.duodang.pricing.book;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A surcharge, discount or limit on the lines of some categories.
 *
 * @param name as people read it, such as 夜间
 * @param on at least one category
 * @param includingQuoted whether it applies to quoted amounts too, which are final otherwise
 * @param bounds between what its own amount lies; null for no bounds, as on a limit
 * @param exclusive the group of which only one applies; null where it applies beside all others
 */
public record Modifier(
    ModifierId id,
    String name,
    List<CategoryId> on,
    Conditions when,
    Effect effect,
    boolean includingQuoted,
    @Nullable Bounds bounds,
    @Nullable Membership exclusive) {

  /**
   * Where a modifier belongs among those that exclude one another.
   *
   * @param priority the higher applies, in a group that goes by it; else null
   */
  public record Membership(ModifierGroupId group, @Nullable Integer priority) {}

  public Modifier {
    on = List.copyOf(on);
    if (on.isEmpty()) {
      throw new IllegalArgumentException("modifier " + id + " names no category");
    }
    if (bounds != null && (effect instanceof Effect.Minimum || effect instanceof Effect.Maximum)) {
      throw new IllegalArgumentException("modifier " + id + " is a limit and has no bounds");
    }
  }
}
