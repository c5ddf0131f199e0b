package dev.duodang.pricing.book.text;

import dev.duodang.pricing.book.Bounds;
import dev.duodang.pricing.book.Conditions;
import dev.duodang.pricing.book.CountScope;
import dev.duodang.pricing.book.CounterId;
import dev.duodang.pricing.book.Effect;
import dev.duodang.pricing.book.FeeCategory;
import dev.duodang.pricing.book.Modifier;
import dev.duodang.pricing.book.ModifierGroup;
import dev.duodang.pricing.book.ModifierGroupId;
import dev.duodang.pricing.book.ModifierId;
import dev.duodang.pricing.money.Exact;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Modifiers that use everything that a book can say of them, alone and in groups. */
final class RandomModifiers {

  private final Chance chance;
  private final RandomConditions conditions;
  private final RandomPeriods periods;
  private final List<FeeCategory> categories;
  private final List<ModifierGroup> groups;

  RandomModifiers(
      Chance chance,
      RandomConditions conditions,
      RandomPeriods periods,
      List<FeeCategory> categories) {
    this.chance = chance;
    this.conditions = conditions;
    this.periods = periods;
    this.categories = categories;
    this.groups = chance.some(3, this::group);
  }

  private ModifierGroup group(int i) {
    ModifierGroupId id = ModifierGroupId.of(chance.id("group", i));
    return new ModifierGroup(
        id,
        chance.odds(3) ? id.text() : chance.name(),
        chance.pick(ModifierGroup.Choice.values()),
        chance.pick(FeeCategory.Per.values()));
  }

  List<ModifierGroup> groups() {
    return groups;
  }

  /** Some that stand alone, and the members of each group one after the other. */
  List<Modifier> modifiers() {
    List<Modifier> modifiers =
        new ArrayList<>(chance.some(4, i -> modifier("m", i, effect(periods.limit(i)))));
    for (int place = 0; place < groups.size(); place++) {
      ModifierGroup group = groups.get(place);
      int number = place;
      modifiers.addAll(chance.some(3, i -> member(group, "g" + number, i)));
    }
    return modifiers;
  }

  private Modifier member(ModifierGroup group, String prefix, int i) {
    Modifier.Membership membership =
        new Modifier.Membership(
            group.id(), group.choice() == ModifierGroup.Choice.PRIORITY ? 7 - 3 * i : null);
    Effect effect =
        switch (chance.below(group.per() == FeeCategory.Per.ITEM ? 2 : 3)) {
          case 0 -> percent();
          case 1 -> new Effect.Amount(chance.amount(), FeeCategory.Per.ITEM);
          default -> new Effect.Minimum(chance.amount(), CountScope.Reach.ORDER, null);
        };
    Modifier alone = modifier(prefix, i, effect);
    return new Modifier(
        alone.id(),
        alone.name(),
        alone.on(),
        alone.when(),
        effect,
        alone.includingQuoted(),
        alone.bounds(),
        membership);
  }

  private Modifier modifier(String prefix, int i, Effect effect) {
    List<FeeCategory> shuffled = new ArrayList<>(categories);
    Collections.shuffle(shuffled, chance.random());
    int count = 1 + chance.below(categories.size());
    ModifierId id = ModifierId.of(chance.id("modifier" + prefix, i));
    return new Modifier(
        id,
        chance.odds(3) ? id.text() : chance.name(),
        shuffled.subList(0, count).stream().map(FeeCategory::id).toList(),
        chance.odds(5) ? Conditions.NONE : conditions.ofLines(),
        effect,
        chance.odds(4),
        effect instanceof Effect.Percent || effect instanceof Effect.Amount ? bounds() : null,
        null);
  }

  private @Nullable Bounds bounds() {
    Exact least = chance.amount();
    Exact most = chance.odds(2) ? least : least.plus(chance.amount());
    FeeCategory.Per per = chance.pick(FeeCategory.Per.values());
    return switch (chance.below(6)) {
      case 0 -> new Bounds(least, null, per);
      case 1 -> new Bounds(null, most, per);
      case 2 -> new Bounds(least, most, per);
      default -> null;
    };
  }

  private Effect percent() {
    return new Effect.Percent(chance.amount().negate(), chance.pick(Effect.Percent.Base.values()));
  }

  private Effect effect(@Nullable CounterId limit) {
    CountScope.Reach shorter = chance.odds(2) ? CountScope.Reach.ORDER : CountScope.Reach.VISIT;
    CountScope.Reach reach = limit == null ? shorter : CountScope.Reach.PERIOD;
    return switch (chance.below(4)) {
      case 0 -> percent();
      case 1 -> new Effect.Amount(chance.amount(), chance.pick(FeeCategory.Per.values()));
      case 2 -> new Effect.Minimum(chance.amount(), reach, limit);
      default -> new Effect.Maximum(chance.amount(), reach, limit);
    };
  }
}
