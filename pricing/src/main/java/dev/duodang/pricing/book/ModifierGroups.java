package dev.duodang.pricing.book;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What must hold between the groups of a book and their members, looked at one by one. */
public final class ModifierGroups {

  private final Map<ModifierGroupId, ModifierGroup> groups = new HashMap<>();
  private final Set<ModifierGroupId> closed = new HashSet<>();
  private final Set<Integer> priorities = new HashSet<>();
  private Modifier.@Nullable Membership before;

  public ModifierGroups(List<ModifierGroup> groups) {
    groups.forEach(group -> this.groups.put(group.id(), group));
  }

  /**
   * Takes the next modifier of the book.
   *
   * @throws IllegalArgumentException when it cannot stand here in its group
   */
  public void add(Modifier modifier) {
    Modifier.Membership own = modifier.exclusive();
    Modifier.Membership last = before;
    before = own;
    if (last != null && (own == null || !own.group().equals(last.group()))) {
      closed.add(last.group());
      priorities.clear();
    }
    if (own != null) {
      check(modifier, own);
    }
  }

  private void check(Modifier modifier, Modifier.Membership own) {
    ModifierGroup group = groups.get(own.group());
    String who = "modifier \"" + modifier.id() + "\" of group \"" + own.group() + "\"";
    if (group == null) {
      throw new IllegalArgumentException(who + ": the book declares no such group");
    }
    if (closed.contains(own.group())) {
      throw new IllegalArgumentException(who + " stands apart; members stand one after the other");
    }
    boolean byPriority = group.choice() == ModifierGroup.Choice.PRIORITY;
    if (byPriority != (own.priority() != null)) {
      throw new IllegalArgumentException(
          byPriority ? who + " needs a priority" : who + " has a priority, but the best is taken");
    }
    if (own.priority() != null && !priorities.add(own.priority())) {
      throw new IllegalArgumentException(
          who + " has the priority " + own.priority() + " of another member");
    }
    if (group.per() == FeeCategory.Per.ITEM && !isOfItem(modifier.effect())) {
      throw new IllegalArgumentException(who + " is of the whole order, but one applies per item");
    }
    if (isOverOrders(modifier.effect())) {
      throw new IllegalArgumentException(
          who + " limits a visit or a period, of which a group sees one order");
    }
  }

  private static boolean isOfItem(Effect effect) {
    return switch (effect) {
      case Effect.Percent _ -> true;
      case Effect.Amount amount -> amount.per() == FeeCategory.Per.ITEM;
      case Effect.Minimum _, Effect.Maximum _ -> false;
    };
  }

  private static boolean isOverOrders(Effect effect) {
    return switch (effect) {
      case Effect.Percent _, Effect.Amount _ -> false;
      case Effect.Minimum minimum -> minimum.reach() != CountScope.Reach.ORDER;
      case Effect.Maximum maximum -> maximum.reach() != CountScope.Reach.ORDER;
    };
  }
}
