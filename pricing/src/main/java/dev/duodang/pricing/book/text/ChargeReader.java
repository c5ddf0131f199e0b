package dev.duodang.pricing.book.text;

import dev.duodang.pricing.book.CategoryId;
import dev.duodang.pricing.book.Charge;
import dev.duodang.pricing.book.CountScope;
import dev.duodang.pricing.book.CounterId;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads how a tier computes its amount. */
final class ChargeReader {

  private static final String MEASURES =
      "quantity, once, distance, duration, statedParts, a declared measure, {category: name} or"
          + " {relation: payer→payee, category: name}";

  /** The names of the measures that every order has a place for, with what they stand for. */
  private static final Map<String, Measure.Standard> STANDARD_MEASURES = standardMeasures();

  static final Set<String> MEASURES_OF_ALL = STANDARD_MEASURES.keySet();

  private final Declared declared;
  private final Problems problems;
  private final RateReader rates;

  ChargeReader(Declared declared, Problems problems) {
    this.declared = declared;
    this.problems = problems;
    this.rates = new RateReader(problems);
  }

  private static Map<String, Measure.Standard> standardMeasures() {
    Map<String, Measure.Standard> measures = new LinkedHashMap<>();
    for (Measure.Standard measure : Measure.Standard.values()) {
      measures.put(nameOf(measure), measure);
    }
    return measures;
  }

  static String nameOf(Measure.Standard measure) {
    return switch (measure) {
      case QUANTITY -> "quantity";
      case ONCE -> "once";
      case DISTANCE_METRES -> "distance";
      case DURATION_SECONDS -> "duration";
      case STATED_PARTS_AMOUNT -> "statedParts";
    };
  }

  /** What a model prices where the book does not say; null where it must. */
  static Measure.@Nullable Standard usualMeasure(String model) {
    return switch (model) {
      case "flat" -> Measure.Standard.ONCE;
      case "distance" -> Measure.Standard.DISTANCE_METRES;
      case "percent", "graduatedPercent" -> null;
      default -> Measure.Standard.QUANTITY;
    };
  }

  @Nullable Charge read(Fields charge) {
    List<String> models = new ArrayList<>(RateReader.MODELS);
    models.addAll(List.of("quote", "priceList", "sum"));
    List<String> named = models.stream().filter(charge::has).toList();
    if (named.size() != 1) {
      String found = named.isEmpty() ? "no charge model" : "several charge models " + named;
      problems.add(charge.node(), charge.path(), found, "one of " + String.join(", ", models));
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
    Charge.Listed.By by =
        charge.optional(
            "by",
            Words.allowed(Charge.Listed.By.class),
            text -> Words.word(Charge.Listed.By.class, text));
    return list == null
        ? null
        : new Charge.Listed(list, RateReader.orElse(by, Charge.Listed.By.PART));
  }

  private @Nullable Charge summed(Fields charge) {
    int before = problems.count();
    List<Charge.Metered> parts = charge.list("sum", this::part);
    Exact minimum = charge.optional("minimum", Words.AMOUNT, Exact::parse);
    Exact maximum = charge.optional("maximum", Words.AMOUNT, Exact::parse);
    return problems.count() > before
        ? null
        : problems.attempt(
            charge.node(), charge.at("sum"), () -> new Charge.Summed(parts, minimum, maximum));
  }

  private Charge.@Nullable Metered part(Node node, String path) {
    Fields part = Fields.of(node, path, problems);
    int before = problems.count();
    Charge charge = part == null ? null : read(part);
    if (charge instanceof Charge.Metered metered) {
      return metered;
    }
    if (problems.count() == before) {
      problems.add(node, path, "cannot be a part of a sum", String.join(", ", RateReader.MODELS));
    }
    return null;
  }

  private Charge.@Nullable Metered metered(String model, Fields charge) {
    Rate rate = rates.read(model, charge);
    Measure measure = measure(model, charge);
    Conversion conversion = conversion(charge.mapping("convert"));
    Exact free = number(charge, "freeUnits", Exact.ZERO);
    Exact discount =
        RateReader.orElse(
            charge.optional("discountPercent", "a number from 0 to 100", ChargeReader::discount),
            Exact.ZERO);
    Exact minimum = charge.optional("minimum", Words.AMOUNT, Exact::parse);
    Exact maximum = charge.optional("maximum", Words.AMOUNT, Exact::parse);
    @Nullable CountScope scope = scope(charge);
    QuoteRange agreed = quoteRange(charge, "agreed");
    if (rate == null || measure == null || scope == null) {
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

  private static Exact discount(String text) {
    Exact percent = Exact.parse(text);
    if (percent.signum() < 0 || percent.compareTo(Exact.HUNDRED) > 0) {
      throw new IllegalArgumentException("is not between 0 and 100");
    }
    return percent;
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
    Measure usual = usualMeasure(model);
    if (usual == null) {
      problems.add(charge.node(), charge.at("of"), "a percentage needs what it is of", MEASURES);
    }
    return usual;
  }

  private Measure named(String text) {
    Measure standard = STANDARD_MEASURES.get(text);
    return standard != null
        ? standard
        : new Measure.Named(
            MeasureName.of(Declared.checked(text, declared.measures().keySet(), "measure")));
  }

  private @Nullable Measure amount(@Nullable Fields of) {
    if (of == null) {
      return null;
    }
    Relation relation =
        of.optional("relation", "a relation other than the book's own", this::otherRelation);
    boolean own = !of.has("relation");
    CategoryId category =
        of.required(
            "category",
            own ? String.join(", ", declared.categories()) : "a category of that relation's book",
            own ? declared::category : CategoryId::of);
    of.end();
    if (category == null || (relation == null && !own)) {
      return null;
    }
    return relation == null
        ? new Measure.CategoryAmount(category)
        : new Measure.RelationAmount(relation, category);
  }

  private Relation otherRelation(String text) {
    Relation relation = Relation.parse(text);
    if (relation.equals(declared.relation())) {
      throw new IllegalArgumentException("is the book's own relation; name the category alone");
    }
    return relation;
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
          convert.node(),
          convert.at("multiply"),
          "a conversion has one factor",
          "multiply, divide");
      return null;
    }
    return problems.attempt(
        convert.node(),
        convert.at(multiply == null ? "divide" : "multiply"),
        () ->
            new Conversion(
                multiply == null ? Conversion.Operation.DIVIDE : Conversion.Operation.MULTIPLY,
                factor,
                rounding,
                RateReader.orElse(precision, 0)));
  }

  /** The counter that a charge names; null where it names none. */
  private @Nullable CounterId counter(Fields fields) {
    return fields.optional("counter", String.join(", ", declared.counters()), declared::counter);
  }

  private @Nullable CountScope scope(Fields charge) {
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
    CounterId counter = counter(charge);
    if (counter == null && charge.has("counter")) {
      return null;
    }
    return problems.attempt(
        charge.node(),
        charge.at("scope"),
        () ->
            new CountScope(
                RateReader.orElse(reach, CountScope.Reach.ITEM),
                RateReader.orElse(counting, CountScope.Counting.SUM),
                counter));
  }
}
