package dev.duodang.pricing.book.text;

import dev.duodang.pricing.book.CategoryId;
import dev.duodang.pricing.book.Charge;
import dev.duodang.pricing.book.Conditions;
import dev.duodang.pricing.book.Measure;
import dev.duodang.pricing.book.Promise;
import dev.duodang.pricing.book.TaxCategory;
import dev.duodang.pricing.book.Tier;
import dev.duodang.pricing.book.TierId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads tiers. */
final class TierReader {

  private final Declared declared;
  private final Problems problems;
  private final ConditionReader conditions;
  private final ChargeReader charges;
  private final PromiseReader promises;
  private final Ids ids;

  TierReader(Declared declared, Problems problems, ConditionReader conditions, Ids ids) {
    this.declared = declared;
    this.problems = problems;
    this.conditions = conditions;
    this.charges = new ChargeReader(declared, problems);
    this.promises = new PromiseReader(declared, problems);
    this.ids = ids;
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
    Promise promise = promises.promise(fields.mapping("promise"));
    Conditions unless = unless(fields);
    List<CategoryId> unlessCategories = unlessCategories(fields, category);
    Tier.OutOfRange outOfRange =
        RateReader.orElse(
            fields.optional(
                "outOfRange",
                Words.allowed(Tier.OutOfRange.class),
                text -> Words.word(Tier.OutOfRange.class, text)),
            Tier.OutOfRange.CLAMP);
    TaxCategory taxCategory = TaxReader.category(fields, declared.taxes());
    boolean mayBeForced = fields.flag("mayBeForced", false);
    var from = fields.optional("validFrom", Words.DAY, Words::day);
    var until = fields.optional("validUntil", Words.DAY, Words::day);
    fields.end();
    if (id == null || category == null || priority == null || charge == null) {
      return null;
    }
    ids.take(fields, "tier", id.text());
    String shown = name == null ? id.text() : name;
    return problems.attempt(
        node,
        path,
        () ->
            new Tier(
                id,
                shown,
                category,
                priority,
                when,
                charge,
                promise,
                unless,
                from,
                until,
                unlessCategories,
                outOfRange,
                taxCategory,
                mayBeForced));
  }

  /** Whether a line stands beside others is known of those priced before it. */
  private List<CategoryId> unlessCategories(Fields fields, @Nullable CategoryId own) {
    String allowed = "a category that the book declares before " + (own == null ? "it" : own);
    return fields.list(
        "unlessCategory",
        (node, at) ->
            Fields.scalar(
                node, at, problems, allowed, text -> before(declared.category(text), own)));
  }

  private CategoryId before(CategoryId category, @Nullable CategoryId own) {
    if (own != null && !declared.isBefore(category, own)) {
      throw new IllegalArgumentException("is priced after " + own);
    }
    return category;
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
    if (charge instanceof Charge.Metered metered && metered.scope().counter() != null) {
      ids.countCharges(fields, metered.scope().counter());
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
}
