package dev.duodang.pricing.book.text;

import dev.duodang.pricing.book.CategoryId;
import dev.duodang.pricing.book.Conditions;
import dev.duodang.pricing.book.CounterDeclaration;
import dev.duodang.pricing.book.CounterId;
import dev.duodang.pricing.book.Period;
import dev.duodang.pricing.book.Rebate;
import dev.duodang.pricing.book.RebateId;
import dev.duodang.pricing.book.RebateStep;
import dev.duodang.pricing.money.Exact;
import dev.duodang.pricing.order.MeasureName;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads what a book counts over periods: counters and rebates. */
final class PeriodicReader {

  private static final String MEASURES =
      Words.allowed(Rebate.Counted.class) + ", or {outside: NAME} for what no order carries";

  private static final List<String> STEPPINGS = List.of("volume", "graduated");

  private final Problems problems;

  PeriodicReader(Problems problems) {
    this.problems = problems;
  }

  private static @Nullable Period period(Fields fields) {
    return fields.required(
        "period", Words.allowed(Period.class), text -> Words.word(Period.class, text));
  }

  @Nullable CounterDeclaration counter(String id, Node node, String path) {
    Fields fields = Fields.of(node, path, problems);
    if (fields == null) {
      return null;
    }
    String name = RateReader.orElse(fields.optional("name", "a name", Words::name), id);
    Period period = period(fields);
    fields.end();
    return period == null
        ? null
        : problems.attempt(
            node, path, () -> new CounterDeclaration(CounterId.of(id), name, period));
  }

  @Nullable Rebate rebate(Node node, String path, Declared declared, ConditionReader conditions) {
    Fields fields = Fields.of(node, path, problems);
    if (fields == null) {
      return null;
    }
    RebateId id = fields.required("rebate", "the rebate's id", RebateId::of);
    String name = fields.optional("name", "the rebate's name", Words::name);
    String categories = String.join(", ", declared.categories());
    List<CategoryId> on =
        fields.list(
            "on",
            (value, at) -> Fields.scalar(value, at, problems, categories, declared::category));
    Conditions when = conditions.underLines(fields, "when");
    Period period = period(fields);
    int before = problems.count();
    Rebate.Measured measure = measure(fields);
    Rebate.Base base = word(fields, "of", Rebate.Base.class, Rebate.Base.TOTAL);
    Rebate.Stepping stepping = stepping(fields);
    List<RebateStep> steps =
        stepping == null ? List.of() : fields.list(Words.written(stepping), this::step);
    fields.end();
    if (id == null
        || period == null
        || measure == null
        || stepping == null
        || problems.count() > before) {
      return null;
    }
    String shown = name == null ? id.text() : name;
    return problems.attempt(
        node, path, () -> new Rebate(id, shown, on, when, period, measure, stepping, base, steps));
  }

  /** A word for what orders carry, a mapping for what is reported beside them. */
  private Rebate.@Nullable Measured measure(Fields fields) {
    Node node = fields.take("measure");
    if (!(node instanceof MappingNode)) {
      return RateReader.orElse(
          fields.optional("measure", MEASURES, text -> Words.word(Rebate.Counted.class, text)),
          Rebate.Counted.ORDERS);
    }
    Fields outside = Fields.of(node, fields.at("measure"), problems);
    if (outside == null) {
      return null;
    }
    MeasureName name =
        outside.required("outside", "the measure's name, such as satisfaction", MeasureName::of);
    String label = outside.optional("name", "the measure's name", Words::name);
    String unit = outside.optional("unit", "the measure's unit, such as 分", Words::name);
    outside.end();
    return name == null
        ? null
        : new Rebate.Outside(
            name, RateReader.orElse(label, name.text()), RateReader.orElse(unit, ""));
  }

  private Rebate.@Nullable Stepping stepping(Fields fields) {
    List<String> named = STEPPINGS.stream().filter(fields::has).toList();
    if (named.size() != 1) {
      problems.add(
          fields.node(),
          fields.path(),
          named.isEmpty() ? "a rebate without steps" : "volume and graduated both",
          "one of " + String.join(", ", STEPPINGS));
      return null;
    }
    return Words.word(Rebate.Stepping.class, named.getFirst());
  }

  private @Nullable RebateStep step(Node node, String path) {
    Fields fields = Fields.of(node, path, problems);
    if (fields == null) {
      return null;
    }
    Exact upTo = fields.optional("upTo", Words.NUMBER, Exact::parse);
    Exact percent = amount(fields, "percent");
    Exact price = amount(fields, "price");
    Exact flat = amount(fields, "flat");
    if (!fields.has("percent") && !fields.has("price") && !fields.has("flat")) {
      problems.add(node, path, "the step gives nothing", "percent, price, flat or several");
    }
    fields.end();
    return problems.attempt(node, path, () -> new RebateStep(upTo, percent, price, flat));
  }

  private static Exact amount(Fields fields, String key) {
    return RateReader.orElse(fields.optional(key, Words.NUMBER, Exact::parse), Exact.ZERO);
  }

  private static <E extends Enum<E>> E word(Fields fields, String key, Class<E> type, E absent) {
    return RateReader.orElse(
        fields.optional(key, Words.allowed(type), text -> Words.word(type, text)), absent);
  }
}
