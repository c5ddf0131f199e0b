package dev.duodang.pricing.book.text;

import dev.duodang.pricing.book.CategoryId;
import dev.duodang.pricing.book.Charge;
import dev.duodang.pricing.book.Conditions;
import dev.duodang.pricing.book.CountScope;
import dev.duodang.pricing.book.Effect;
import dev.duodang.pricing.book.FeeCategory;
import dev.duodang.pricing.book.Modifier;
import dev.duodang.pricing.book.ModifierId;
import dev.duodang.pricing.book.Promise;
import dev.duodang.pricing.book.Tier;
import dev.duodang.pricing.book.TierId;
import dev.duodang.pricing.money.Exact;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads tiers and modifiers. */
final class TierReader {

  private final Declared declared;
  private final Problems problems;
  private final ConditionReader conditions;
  private final ChargeReader charges;

  TierReader(Declared declared, Problems problems, ConditionReader conditions) {
    this.declared = declared;
    this.problems = problems;
    this.conditions = conditions;
    this.charges = new ChargeReader(declared, problems);
  }

  @Nullable Tier tier(Node node, String path) {
    Fields fields = Fields.of(node, path, problems);
    if (fields == null) {
      return null;
    }
    TierId id = fields.required("tier", "the tier's id", TierId::of);
    String name = fields.optional("name", "the tier's name", text -> text);
    CategoryId category = fields.required("category", categories(), this::category);
    Integer priority = fields.required("priority", "a whole number", Words::whole);
    Conditions when = conditions.under(fields, "when");
    Fields chargeFields = fields.mapping("charge");
    Charge charge = chargeFields == null ? null : charges.read(chargeFields);
    if (!fields.has("charge")) {
      problems.add(node, fields.at("charge"), "\"charge\" is missing", "{flat: 100.00} and others");
    }
    Promise promise = promise(fields.mapping("promise"));
    Conditions unless = fields.has("unless") ? conditions.under(fields, "unless") : null;
    var from = fields.optional("validFrom", Words.DAY, Words::day);
    var until = fields.optional("validUntil", Words.DAY, Words::day);
    fields.end();
    if (id == null || category == null || priority == null || charge == null) {
      return null;
    }
    String shown = name == null ? id.text() : name;
    return problems.attempt(
        node,
        path,
        () -> new Tier(id, shown, category, priority, when, charge, promise, unless, from, until));
  }

  private CategoryId category(String text) {
    return CategoryId.of(Declared.checked(text, declared.categories(), "category"));
  }

  private String categories() {
    return String.join(", ", declared.categories());
  }

  private @Nullable Promise promise(@Nullable Fields fields) {
    if (fields == null) {
      return null;
    }
    var respond = fields.optional("respond", Words.DURATION, Words::duration);
    var finish = fields.optional("finish", Words.DURATION, Words::duration);
    fields.end();
    return problems.attempt(
        fields.node(), fields.at("respond"), () -> new Promise(respond, finish));
  }

  @Nullable Modifier modifier(Node node, String path) {
    Fields fields = Fields.of(node, path, problems);
    if (fields == null) {
      return null;
    }
    ModifierId id = fields.required("modifier", "the modifier's id", ModifierId::of);
    String name = fields.optional("name", "the modifier's name", text -> text);
    List<CategoryId> on =
        fields.list(
            "on", (value, at) -> Fields.scalar(value, at, problems, categories(), this::category));
    Conditions when = conditions.under(fields, "when");
    Effect effect = effect(fields);
    boolean includingQuoted = fields.flag("includingQuoted", false);
    fields.end();
    if (id == null || effect == null) {
      return null;
    }
    String shown = name == null ? id.text() : name;
    return problems.attempt(
        node, path, () -> new Modifier(id, shown, on, when, effect, includingQuoted));
  }

  private @Nullable Effect effect(Fields fields) {
    Exact percent = fields.optional("percent", Words.NUMBER, Exact::parse);
    Exact amount = fields.optional("amount", Words.AMOUNT, Exact::parse);
    Exact minimum = fields.optional("minimum", Words.AMOUNT, Exact::parse);
    Exact maximum = fields.optional("maximum", Words.AMOUNT, Exact::parse);
    Effect.Percent.Base base =
        word(fields, "of", Effect.Percent.Base.class, Effect.Percent.Base.CHARGE);
    FeeCategory.Per per = word(fields, "per", FeeCategory.Per.class, FeeCategory.Per.ORDER);
    CountScope.Reach reach = word(fields, "scope", CountScope.Reach.class, CountScope.Reach.ORDER);
    List<String> named =
        List.of("percent", "amount", "minimum", "maximum").stream().filter(fields::has).toList();
    if (named.size() != 1) {
      problems.add(
          fields.node(),
          fields.at("percent"),
          "a modifier has one effect, not " + named,
          "percent, amount, minimum or maximum");
      return null;
    }
    if (percent != null) {
      return new Effect.Percent(percent, base);
    }
    if (amount != null) {
      return new Effect.Amount(amount, per);
    }
    return minimum != null
        ? new Effect.Minimum(minimum, reach)
        : maximum == null ? null : new Effect.Maximum(maximum, reach);
  }

  private static <E extends Enum<E>> E word(Fields fields, String key, Class<E> type, E absent) {
    return RateReader.orElse(
        fields.optional(key, Words.allowed(type), text -> Words.word(type, text)), absent);
  }
}
