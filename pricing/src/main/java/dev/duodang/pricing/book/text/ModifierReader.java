package dev.duodang.pricing.book.text;

import dev.duodang.pricing.book.Bounds;
import dev.duodang.pricing.book.CategoryId;
import dev.duodang.pricing.book.Conditions;
import dev.duodang.pricing.book.CountScope;
import dev.duodang.pricing.book.CounterId;
import dev.duodang.pricing.book.Effect;
import dev.duodang.pricing.book.FeeCategory;
import dev.duodang.pricing.book.Modifier;
import dev.duodang.pricing.book.ModifierGroup;
import dev.duodang.pricing.book.ModifierGroups;
import dev.duodang.pricing.book.ModifierId;
import dev.duodang.pricing.money.Exact;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads modifiers. */
final class ModifierReader {

  private static final List<String> EFFECTS = List.of("percent", "amount", "minimum", "maximum");

  private final Declared declared;
  private final Problems problems;
  private final ConditionReader conditions;
  private final Map<String, ModifierGroup> groups = new LinkedHashMap<>();
  private final ModifierGroups order;
  private final Ids ids;

  ModifierReader(
      Declared declared,
      Problems problems,
      ConditionReader conditions,
      List<ModifierGroup> groups,
      Ids ids) {
    this.declared = declared;
    this.problems = problems;
    this.conditions = conditions;
    groups.forEach(group -> this.groups.put(group.id().text(), group));
    this.order = new ModifierGroups(groups);
    this.ids = ids;
  }

  @Nullable Modifier modifier(Node node, String path) {
    Fields fields = Fields.of(node, path, problems);
    if (fields == null) {
      return null;
    }
    ModifierId id = fields.required("modifier", "the modifier's id", ModifierId::of);
    String name = fields.optional("name", "the modifier's name", Words::name);
    String categories = String.join(", ", declared.categories());
    List<CategoryId> on =
        fields.list(
            "on",
            (value, at) -> Fields.scalar(value, at, problems, categories, declared::category));
    Conditions when = conditions.underLines(fields, "when");
    Effect effect = effect(fields);
    Bounds bounds = bounds(fields.mapping("bounds"));
    Modifier.Membership exclusive = exclusive(fields);
    boolean includingQuoted = fields.flag("includingQuoted", false);
    fields.end();
    if (id == null || effect == null) {
      return null;
    }
    ids.take(fields, "modifier", id.text());
    String shown = name == null ? id.text() : name;
    return problems.attempt(
        node,
        path,
        () -> {
          Modifier read =
              new Modifier(id, shown, on, when, effect, includingQuoted, bounds, exclusive);
          order.add(read);
          return read;
        });
  }

  private @Nullable Bounds bounds(@Nullable Fields fields) {
    if (fields == null) {
      return null;
    }
    int before = problems.count();
    Exact least = fields.optional("least", Words.AMOUNT, Exact::parse);
    Exact most = fields.optional("most", Words.AMOUNT, Exact::parse);
    FeeCategory.Per per = word(fields, "per", FeeCategory.Per.class, FeeCategory.Per.ORDER);
    fields.end();
    return problems.count() > before
        ? null
        : problems.attempt(fields.node(), fields.path(), () -> new Bounds(least, most, per));
  }

  /** The group and the priority in it, which the group must ask for. */
  private Modifier.@Nullable Membership exclusive(Fields fields) {
    Integer priority = fields.optional("priority", "a whole number", Words::whole);
    ModifierGroup group =
        fields.optional("exclusive", String.join(", ", groups.keySet()), this::group);
    if (group == null) {
      if (priority != null && !fields.has("exclusive")) {
        problems.add(
            fields.node(),
            fields.at("priority"),
            "a modifier of no group has no priority; modifiers apply in their order",
            "exclusive: a group of the book");
      }
      return null;
    }
    return new Modifier.Membership(group.id(), priority);
  }

  private ModifierGroup group(String text) {
    ModifierGroup group = groups.get(text);
    if (group == null) {
      throw new IllegalArgumentException("is not a group of modifiers that the book declares");
    }
    return group;
  }

  private @Nullable Effect effect(Fields fields) {
    List<String> named = EFFECTS.stream().filter(fields::has).toList();
    if (named.size() != 1) {
      problems.add(
          fields.node(),
          fields.path(),
          named.isEmpty() ? "a modifier without an effect" : "several effects " + named,
          "one of " + String.join(", ", EFFECTS));
      return null;
    }
    return switch (named.getFirst()) {
      case "percent" -> percent(fields);
      case "amount" -> amount(fields);
      default -> limit(fields, named.getFirst());
    };
  }

  private static @Nullable Effect percent(Fields fields) {
    Exact percent = fields.optional("percent", Words.NUMBER, Exact::parse);
    Effect.Percent.Base base =
        word(fields, "of", Effect.Percent.Base.class, Effect.Percent.Base.CHARGE);
    return percent == null ? null : new Effect.Percent(percent, base);
  }

  private static @Nullable Effect amount(Fields fields) {
    Exact amount = fields.optional("amount", Words.AMOUNT, Exact::parse);
    FeeCategory.Per per = word(fields, "per", FeeCategory.Per.class, FeeCategory.Per.ORDER);
    return amount == null ? null : new Effect.Amount(amount, per);
  }

  private @Nullable Effect limit(Fields fields, String key) {
    Exact limit = fields.optional(key, Words.AMOUNT, Exact::parse);
    CountScope.Reach reach =
        RateReader.orElse(
            fields.optional("scope", "order, visit, period", ModifierReader::reach),
            CountScope.Reach.ORDER);
    CounterId counter =
        fields.optional("counter", String.join(", ", declared.counters()), declared::counter);
    if (counter != null) {
      ids.countLimit(fields, counter);
    }
    boolean isMisnamed = counter == null && fields.has("counter");
    return limit == null || isMisnamed
        ? null
        : problems.attempt(
            fields.node(),
            fields.at("scope"),
            () ->
                key.equals("minimum")
                    ? new Effect.Minimum(limit, reach, counter)
                    : new Effect.Maximum(limit, reach, counter));
  }

  private static CountScope.Reach reach(String text) {
    return switch (text) {
      case "order" -> CountScope.Reach.ORDER;
      case "visit" -> CountScope.Reach.VISIT;
      case "period" -> CountScope.Reach.PERIOD;
      default -> throw new IllegalArgumentException("is not a reach of a limit");
    };
  }

  private static <E extends Enum<E>> E word(Fields fields, String key, Class<E> type, E absent) {
    return RateReader.orElse(
        fields.optional(key, Words.allowed(type), text -> Words.word(type, text)), absent);
  }
}
