package dev.duodang.pricing.rating;

import dev.duodang.pricing.book.Modifier;
import dev.duodang.pricing.book.ModifierGroup;
import dev.duodang.pricing.book.PriceBook;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A modifier, or the members of a group of which one applies, in the place that they have among the
 * modifiers of the book.
 *
 * @param group null for a modifier that stands alone
 * @param members in the order of the book, or by priority where the group goes by it
 */
record ModifierStep(@Nullable ModifierGroup group, List<CompiledBook.CompiledModifier> members) {

  static List<ModifierStep> of(PriceBook book, List<CompiledBook.CompiledModifier> modifiers) {
    List<ModifierStep> steps = new ArrayList<>();
    int place = 0;
    while (place < modifiers.size()) {
      Modifier.Membership own = modifiers.get(place).modifier().exclusive();
      int end = place + 1;
      while (own != null && end < modifiers.size() && isMember(modifiers.get(end), own)) {
        end++;
      }
      ModifierGroup group = own == null ? null : book.modifierGroup(own.group());
      steps.add(new ModifierStep(group, sorted(group, modifiers.subList(place, end))));
      place = end;
    }
    return List.copyOf(steps);
  }

  private static boolean isMember(
      CompiledBook.CompiledModifier compiled, Modifier.Membership membership) {
    Modifier.Membership other = compiled.modifier().exclusive();
    return other != null && other.group().equals(membership.group());
  }

  private static List<CompiledBook.CompiledModifier> sorted(
      @Nullable ModifierGroup group, List<CompiledBook.CompiledModifier> members) {
    return group == null || group.choice() == ModifierGroup.Choice.BEST
        ? List.copyOf(members)
        : members.stream()
            .sorted(Comparator.comparingInt(member -> -priority(member.modifier())))
            .toList();
  }

  private static int priority(Modifier modifier) {
    Modifier.Membership own = modifier.exclusive();
    return own == null || own.priority() == null ? 0 : own.priority();
  }
}
