package dev.duodang.pricing.proof;

import dev.duodang.pricing.book.Modifier;
import dev.duodang.pricing.book.ModifierGroup;
import dev.duodang.pricing.book.PriceBook;
import java.util.List;

/**
 * Which members of a modifier's group come before it on every charge that both may change, and on
 * every order that meets what a proof can tell of them.
 */
record Displacing(PriceBook book) {

  List<Modifier> before(Modifier modifier) {
    return book.modifiers().stream()
        .filter(other -> other.when().expression() == null && !other.when().asksOfPromise())
        .filter(other -> isBefore(other, modifier))
        .toList();
  }

  private boolean isBefore(Modifier other, Modifier modifier) {
    Modifier.Membership own = modifier.exclusive();
    Modifier.Membership others = other.exclusive();
    if (own == null || others == null || !own.group().equals(others.group())) {
      return false;
    }
    ModifierGroup group = book.modifierGroup(own.group());
    boolean higher =
        own.priority() != null && others.priority() != null && others.priority() > own.priority();
    return group != null
        && group.choice() == ModifierGroup.Choice.PRIORITY
        && higher
        && other.on().containsAll(modifier.on())
        && (other.includingQuoted() || !modifier.includingQuoted());
  }
}
