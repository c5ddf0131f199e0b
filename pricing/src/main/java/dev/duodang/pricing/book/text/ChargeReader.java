package dev.duodang.pricing.book.text;

import dev.duodang.pricing.book.CategoryId;
import dev.duodang.pricing.book.Charge;
import dev.duodang.pricing.book.CountScope;
import dev.duodang.pricing.book.Measure;
import dev.duodang.pricing.book.PriceListId;
import dev.duodang.pricing.book.QuoteRange;
import dev.duodang.pricing.book.Relation;
import dev.duodang.pricing.charge.Conversion;
import dev.duodang.pricing.charge.Rate;
import dev.duodang.pricing.charge.Tariff;
import dev.duodang.pricing.money.Exact;
import dev.duodang.pricing.order.MeasureName;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads how a tier computes its amount. */
final class ChargeReader {

  private static final String MEASURES =
      "quantity, once, distance, duration, statedParts, a declared measure, {category: name} or"
          + " {relation: payer→payee, category: name}";

  private final Declared declared;
  private final Problems problems;
  private final RateReader rates;

  ChargeReader(Declared declared, Problems problems) {
    this.declared = declared;
    this.problems = problems;
    this.rates = new RateReader(problems);
  }

  @Nullable Charge read(Fields charge) {
    List<String> models = new ArrayList<>(RateReader.MODELS);
    models.addAll(List.of("quote", "priceList", "sum"));
    List<String> named = models.stream().filter(charge::has).toList();
    if (named.size() != 1) {
      String found = named.isEmpty() ? "no charge model" : "several charge models " + named;
      problems.add(charge.node(), charge.at(""), found, "one of " + String.join(", ", models));
      return null;
    }
    Charge read =
        switch (named.getFirst()) {
          case "quote" -> quoted(charge);
          case "priceList" -> listed(charge);
          case "sum" -> summed(charge);
          default -> metered(named.getFirst(), charge);
        };
    charge.end();
    return read;
  }

  private @Nullable Charge quoted(Fields charge) {
    QuoteRange range = quoteRange(charge, "quote");
    return range == null ? null : new Charge.Quoted(range);
  }

  private @Nullable QuoteRange quoteRange(Fields parent, String key) {
    Fields range = parent.mapping(key);
    if (range == null) {
      return null;
    }
    Exact from = range.required("from", Words.AMOUNT, Exact::parse);
    Exact to = range.required("to", Words.AMOUNT, Exact::parse);
    range.end();
    return from == null || to == null
        ? null
        : problems.attempt(range.node(), parent.at(key), () -> new QuoteRange(from, to));
  }

  private @Nullable Charge listed(Fields charge) {
    PriceListId list =
        charge.required(
            "priceList",
            String.join(", ", declared.priceLists()),
            text -> PriceListId.of(Declared.checked(text, declared.priceLists(), "price list")));
    return list == null ? null : new Charge.Listed(list);
  }

  private @Nullable Charge summed(Fields charge) {
    List<Charge.Metered> parts =
        charge.list(
            "sum",
            (node, at) -> {
              Fields part = Fields.of(node, at, problems);
              return part != null && read(part) instanceof Charge.Metered metered ? metered : null;
            });
    Exact minimum = charge.optional("minimum", Words.AMOUNT, Exact::parse);
    Exact maximum = charge.optional("maximum", Words.AMOUNT, Exact::parse);
    return problems.attempt(
        charge.node(), charge.at("sum"), () -> new Charge.Summed(parts, minimum, maximum));
  }

  private Charge.@Nullable Metered metered(String model, Fields charge) {
    Rate rate = rates.read(model, charge);
    Measure measure = measure(model, charge);
    Conversion conversion = conversion(charge.mapping("convert"));
    Exact free = number(charge, "freeUnits", Exact.ZERO);
    Exact discount = number(charge, "discountPercent", Exact.ZERO);
    Exact minimum = charge.optional("minimum", Words.AMOUNT, Exact::parse);
    Exact maximum = charge.optional("maximum", Words.AMOUNT, Exact::parse);
    CountScope scope = scope(charge);
    QuoteRange agreed = quoteRange(charge, "agreed");
    if (rate == null || measure == null) {
      return null;
    }
    Tariff tariff =
        problems.attempt(
            charge.node(),
            charge.at(model),
            () ->
                new Tariff(
                    rate,
                    conversion,
                    free,
                    discount,
                    Exact.ONE,
                    Exact.ONE,
                    null,
                    minimum,
                    maximum));
    return tariff == null ? null : new Charge.Metered(measure, tariff, scope, agreed);
  }

  private static Exact number(Fields charge, String key, Exact absent) {
    return RateReader.orElse(charge.optional(key, Words.NUMBER, Exact::parse), absent);
  }

  private @Nullable Measure measure(String model, Fields charge) {
    Node of = charge.take("of");
    if (of == null) {
      return absentMeasure(model, charge);
    }
    return of instanceof MappingNode
        ? amount(charge.mapping("of"))
        : Fields.scalar(of, charge.at("of"), problems, MEASURES, this::named);
  }

  private @Nullable Measure absentMeasure(String model, Fields charge) {
    return switch (model) {
      case "flat" -> Measure.Standard.ONCE;
      case "distance" -> Measure.Standard.DISTANCE_METRES;
      case "percent", "graduatedPercent" -> {
        problems.add(charge.node(), charge.at("of"), "a percentage needs what it is of", MEASURES);
        yield null;
      }
      default -> Measure.Standard.QUANTITY;
    };
  }

  private Measure named(String text) {
    return switch (text) {
      case "quantity" -> Measure.Standard.QUANTITY;
      case "once" -> Measure.Standard.ONCE;
      case "distance" -> Measure.Standard.DISTANCE_METRES;
      case "duration" -> Measure.Standard.DURATION_SECONDS;
      case "statedParts" -> Measure.Standard.STATED_PARTS_AMOUNT;
      default ->
          new Measure.Named(
              MeasureName.of(Declared.checked(text, declared.measures().keySet(), "measure")));
    };
  }

  private @Nullable Measure amount(@Nullable Fields of) {
    if (of == null) {
      return null;
    }
    Relation relation = of.optional("relation", "headquarters→partner", Relation::parse);
    String allowed = relation == null ? String.join(", ", declared.categories()) : "a category";
    CategoryId category =
        of.required(
            "category",
            allowed,
            text ->
                CategoryId.of(
                    relation == null
                        ? Declared.checked(text, declared.categories(), "category")
                        : text));
    of.end();
    if (category == null) {
      return null;
    }
    return relation == null
        ? new Measure.CategoryAmount(category)
        : new Measure.RelationAmount(relation, category);
  }

  private @Nullable Conversion conversion(@Nullable Fields convert) {
    if (convert == null) {
      return null;
    }
    Exact multiply = convert.optional("multiply", Words.NUMBER, Exact::parse);
    Exact divide = convert.optional("divide", Words.NUMBER, Exact::parse);
    RoundingMode rounding =
        convert.optional(
            "round",
            "up, down, half-up",
            text ->
                switch (text) {
                  case "up" -> RoundingMode.CEILING;
                  case "down" -> RoundingMode.FLOOR;
                  case "half-up" -> RoundingMode.HALF_UP;
                  default -> throw new IllegalArgumentException("is not a rounding");
                });
    Integer precision = convert.optional("decimals", "a whole number", Words::whole);
    convert.end();
    Exact factor = multiply == null ? divide : multiply;
    if (factor == null || (multiply != null && divide != null)) {
      problems.add(
          convert.node(), convert.at(""), "a conversion has one factor", "multiply, divide");
      return null;
    }
    return problems.attempt(
        convert.node(),
        convert.at("factor"),
        () ->
            new Conversion(
                multiply == null ? Conversion.Operation.DIVIDE : Conversion.Operation.MULTIPLY,
                factor,
                rounding,
                RateReader.orElse(precision, 0)));
  }

  private CountScope scope(Fields charge) {
    CountScope.Reach reach =
        charge.optional(
            "scope",
            Words.allowed(CountScope.Reach.class),
            text -> Words.word(CountScope.Reach.class, text));
    CountScope.Counting counting =
        charge.optional(
            "count",
            Words.allowed(CountScope.Counting.class),
            text -> Words.word(CountScope.Counting.class, text));
    return new CountScope(
        RateReader.orElse(reach, CountScope.Reach.ITEM),
        RateReader.orElse(counting, CountScope.Counting.SUM));
  }
}
