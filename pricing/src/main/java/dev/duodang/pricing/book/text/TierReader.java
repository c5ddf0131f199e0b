package dev.duodang.pricing.book.text;

import dev.duodang.pricing.book.CategoryId;
import dev.duodang.pricing.book.Charge;
import dev.duodang.pricing.book.Conditions;
import dev.duodang.pricing.book.CountScope;
import dev.duodang.pricing.book.Effect;
import dev.duodang.pricing.book.FeeCategory;
import dev.duodang.pricing.book.Measure;
import dev.duodang.pricing.book.Modifier;
import dev.duodang.pricing.book.ModifierId;
import dev.duodang.pricing.book.Promise;
import dev.duodang.pricing.book.Tier;
import dev.duodang.pricing.book.TierId;
import dev.duodang.pricing.money.Exact;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads tiers and modifiers. */
final class TierReader {

  private static final List<String> EFFECTS = List.of("percent", "amount", "minimum", "maximum");

  private final Declared declared;
  private final Problems problems;
  private final ConditionReader conditions;
  private final ChargeReader charges;
  private final Set<String> taken;

  /**
   * @param taken ids that no tier or modifier may have; counters know both by them
   */
  TierReader(
      Declared declared, Problems problems, ConditionReader conditions, Collection<String> taken) {
    this.declared = declared;
    this.problems = problems;
    this.conditions = conditions;
    this.charges = new ChargeReader(declared, problems);
    this.taken = new HashSet<>(taken);
  }

  private void take(Fields fields, String key, String id) {
    Node node = fields.take(key);
    if (!taken.add(id) && node != null) {
      problems.add(
          node,
          fields.at(key),
          Problems.quoted(id) + " is the id of another tier or modifier",
          "an id of its own for each");
    }
  }

  @Nullable Tier tier(Node node, String path) {
    Fields fields = Fields.of(node, path, problems);
    if (fields == null) {
      return null;
    }
    TierId id = fields.required("tier", "the tier's id", TierId::of);
    String name = fields.optional("name", "the tier's name", Words::name);
    CategoryId category = fields.required("category", categories(), declared::category);
    Integer priority = fields.required("priority", "a whole number", Words::whole);
    Conditions when = conditions.under(fields, "when");
    Charge charge = charge(fields, category);
    Promise promise = promise(fields.mapping("promise"));
    Conditions unless = unless(fields);
    var from = fields.optional("validFrom", Words.DAY, Words::day);
    var until = fields.optional("validUntil", Words.DAY, Words::day);
    fields.end();
    if (id == null || category == null || priority == null || charge == null) {
      return null;
    }
    take(fields, "tier", id.text());
    String shown = name == null ? id.text() : name;
    return problems.attempt(
        node,
        path,
        () -> new Tier(id, shown, category, priority, when, charge, promise, unless, from, until));
  }

  private @Nullable Charge charge(Fields tier, @Nullable CategoryId category) {
    Fields fields = tier.mapping("charge");
    if (fields == null) {
      if (!tier.has("charge")) {
        problems.add(
            tier.node(),
            tier.at("charge"),
            "\"charge\" is missing",
            "a mapping such as {flat: 100.00}");
      }
      return null;
    }
    Charge charge = charges.read(fields);
    if (charge != null && category != null) {
      checkBases(fields, charge, category);
    }
    return charge;
  }

  /** What a charge is a part of must have been priced before it. */
  private void checkBases(Fields fields, Charge charge, CategoryId category) {
    List<Charge.Metered> parts =
        switch (charge) {
          case Charge.Metered metered -> List.of(metered);
          case Charge.Summed summed -> summed.parts();
          case Charge.Quoted _, Charge.Listed _ -> List.of();
        };
    for (Charge.Metered part : parts) {
      if (part.measure() instanceof Measure.CategoryAmount base
          && !declared.isBefore(base.category(), category)) {
        problems.add(
            fields.node(),
            fields.at("of"),
            Problems.quoted(base.category().text()) + " is priced after " + category,
            "a category that the book declares before " + category);
      }
    }
  }

  private @Nullable Conditions unless(Fields fields) {
    Node node = fields.take("unless");
    if (node == null) {
      return null;
    }
    int before = problems.count();
    Conditions unless = conditions.read(node, fields.at("unless"));
    if (!unless.all().isEmpty()) {
      return unless;
    }
    if (problems.count() == before) {
      problems.add(node, fields.at("unless"), "no condition is named", "at least one condition");
    }
    return null;
  }

  private String categories() {
    return String.join(", ", declared.categories());
  }

  private @Nullable Promise promise(@Nullable Fields fields) {
    if (fields == null) {
      return null;
    }
    int before = problems.count();
    var respond = fields.optional("respond", Words.DURATION, Words::duration);
    var finish = fields.optional("finish", Words.DURATION, Words::duration);
    fields.end();
    return problems.count() > before
        ? null
        : problems.attempt(fields.node(), fields.path(), () -> new Promise(respond, finish));
  }

  @Nullable Modifier modifier(Node node, String path) {
    Fields fields = Fields.of(node, path, problems);
    if (fields == null) {
      return null;
    }
    ModifierId id = fields.required("modifier", "the modifier's id", ModifierId::of);
    String name = fields.optional("name", "the modifier's name", Words::name);
    List<CategoryId> on =
        fields.list(
            "on",
            (value, at) -> Fields.scalar(value, at, problems, categories(), declared::category));
    Conditions when = conditions.under(fields, "when");
    Effect effect = effect(fields);
    boolean includingQuoted = fields.flag("includingQuoted", false);
    fields.end();
    if (id == null || effect == null) {
      return null;
    }
    take(fields, "modifier", id.text());
    String shown = name == null ? id.text() : name;
    return problems.attempt(
        node, path, () -> new Modifier(id, shown, on, when, effect, includingQuoted));
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

  private static @Nullable Effect limit(Fields fields, String key) {
    Exact limit = fields.optional(key, Words.AMOUNT, Exact::parse);
    CountScope.Reach reach =
        RateReader.orElse(
            fields.optional("scope", "order, visit", TierReader::reach), CountScope.Reach.ORDER);
    if (limit == null) {
      return null;
    }
    return key.equals("minimum")
        ? new Effect.Minimum(limit, reach)
        : new Effect.Maximum(limit, reach);
  }

  private static CountScope.Reach reach(String text) {
    return switch (text) {
      case "order" -> CountScope.Reach.ORDER;
      case "visit" -> CountScope.Reach.VISIT;
      default -> throw new IllegalArgumentException("is not a reach of a limit");
    };
  }

  private static <E extends Enum<E>> E word(Fields fields, String key, Class<E> type, E absent) {
    return RateReader.orElse(
        fields.optional(key, Words.allowed(type), text -> Words.word(type, text)), absent);
  }
}
