package dev.duodang.pricing.book.text;

import dev.duodang.pricing.charge.Distance;
import dev.duodang.pricing.charge.Flat;
import dev.duodang.pricing.charge.Graduated;
import dev.duodang.pricing.charge.Packages;
import dev.duodang.pricing.charge.PerUnit;
import dev.duodang.pricing.charge.Percentage;
import dev.duodang.pricing.charge.Rate;
import dev.duodang.pricing.charge.Step;
import dev.duodang.pricing.charge.Steps;
import dev.duodang.pricing.charge.Volume;
import dev.duodang.pricing.money.Exact;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads the charge models that compute an amount from one quantity. */
final class RateReader {

  /** The models, by the field that names them. */
  static final List<String> MODELS =
      List.of(
          "flat",
          "perUnit",
          "graduated",
          "graduatedPercent",
          "volume",
          "package",
          "percent",
          "distance");

  /** The field of a distance whose kilometres have steps. */
  static final String PER_KM_STEPS = "perKmSteps";

  private final Problems problems;

  RateReader(Problems problems) {
    this.problems = problems;
  }

  /** The model that a field names, or null after noting what is wrong with it. */
  @Nullable Rate read(String model, Fields charge) {
    return switch (model) {
      case "flat" -> flat(charge);
      case "perUnit" -> perUnit(charge);
      case "graduated", "graduatedPercent", "volume" -> stepped(charge, model);
      case "package" -> packages(charge);
      case "percent" -> percentage(charge);
      case "distance" -> distance(charge);
      default -> throw new IllegalArgumentException(model + " is not a charge model");
    };
  }

  private @Nullable Rate flat(Fields charge) {
    Exact amount = charge.required("flat", Words.AMOUNT, Exact::parse);
    return amount == null ? null : new Flat(amount);
  }

  private @Nullable Rate perUnit(Fields charge) {
    if (!(charge.take("perUnit") instanceof MappingNode)) {
      Exact price = charge.required("perUnit", Words.AMOUNT, Exact::parse);
      return price == null ? null : PerUnit.of(price);
    }
    Fields unit = charge.mapping("perUnit");
    if (unit == null) {
      return null;
    }
    Exact price = unit.required("price", Words.AMOUNT, Exact::parse);
    Exact block = orElse(unit.optional("block", Words.NUMBER, Exact::parse), Exact.ONE);
    boolean started = unit.flag("started", false);
    unit.end();
    return price == null ? null : attempt(unit, () -> new PerUnit(price, block, started));
  }

  private @Nullable Rate stepped(Fields charge, String model) {
    Node node = charge.take(model);
    if (node == null) {
      return null;
    }
    if (!(node instanceof MappingNode)) {
      List<Step> steps = steps(node, charge.at(model), model);
      return problems.attempt(
          node, charge.at(model), () -> rate(model, Steps.of(steps), isZeroCharged(model)));
    }
    Fields fields = Fields.of(node, charge.at(model), problems);
    if (fields == null) {
      return null;
    }
    Node list = fields.take("steps");
    List<Step> steps = list == null ? List.of() : steps(list, fields.at("steps"), model);
    Steps.BeyondLast beyond =
        orElse(
            fields.optional("beyondLast", "last-price, refused, free", RateReader::beyondLast),
            Steps.BeyondLast.UNSTATED);
    boolean chargeZero = fields.flag("chargeZero", isZeroCharged(model));
    fields.end();
    return attempt(
        fields, () -> rate(model, new Steps(steps, beyond, Steps.Bound.INCLUSIVE), chargeZero));
  }

  private static Steps.BeyondLast beyondLast(String text) {
    return switch (text) {
      case "last-price" -> Steps.BeyondLast.LAST_PRICE;
      case "refused" -> Steps.BeyondLast.REFUSED;
      case "free" -> Steps.BeyondLast.FREE;
      default -> throw new IllegalArgumentException("is not one of the words allowed");
    };
  }

  /** Whether a quantity of 0 enters the first step; not behind the start distance. */
  static boolean isZeroCharged(String model) {
    return !model.equals(PER_KM_STEPS);
  }

  private static Rate rate(String model, Steps steps, boolean chargeZero) {
    return switch (model) {
      case "graduated", PER_KM_STEPS -> new Graduated(steps, Graduated.Unit.PRICE, chargeZero);
      case "graduatedPercent" -> new Graduated(steps, Graduated.Unit.PERCENT, chargeZero);
      default -> new Volume(steps, chargeZero, null);
    };
  }

  private List<Step> steps(Node node, String path, String model) {
    String price = model.equals("graduatedPercent") ? "percent" : "price";
    return Fields.elements(node, path, (value, at) -> step(value, at, price));
  }

  private @Nullable Step step(Node node, String path, String priceKey) {
    Fields fields = Fields.of(node, path, problems);
    if (fields == null) {
      return null;
    }
    Exact upTo = fields.optional("upTo", Words.NUMBER, Exact::parse);
    Exact price = orElse(fields.optional(priceKey, Words.AMOUNT, Exact::parse), Exact.ZERO);
    Exact flat = orElse(fields.optional("flat", Words.AMOUNT, Exact::parse), Exact.ZERO);
    Exact block = fields.optional("block", Words.NUMBER, Exact::parse);
    Exact cap = fields.optional("cap", Words.AMOUNT, Exact::parse);
    if (!fields.has(priceKey) && !fields.has("flat")) {
      problems.add(node, path, "the step has no price", priceKey + ", flat or both");
    }
    fields.end();
    return attempt(fields, () -> new Step(upTo, price, flat, block, cap));
  }

  private @Nullable Rate packages(Fields charge) {
    Fields fields = charge.mapping("package");
    if (fields == null) {
      return null;
    }
    Exact size = fields.required("size", Words.NUMBER, Exact::parse);
    Exact price = fields.required("price", Words.AMOUNT, Exact::parse);
    Exact free = orElse(fields.optional("free", Words.NUMBER, Exact::parse), Exact.ZERO);
    boolean started = fields.flag("started", true);
    fields.end();
    return size == null || price == null
        ? null
        : attempt(fields, () -> new Packages(size, price, free, started));
  }

  private @Nullable Rate percentage(Fields charge) {
    if (!(charge.take("percent") instanceof MappingNode)) {
      Exact percent = charge.required("percent", Words.NUMBER, Exact::parse);
      return percent == null ? null : Percentage.of(percent);
    }
    Fields fields = charge.mapping("percent");
    if (fields == null) {
      return null;
    }
    Exact rate = fields.required("rate", Words.NUMBER, Exact::parse);
    Exact fixed = orElse(fields.optional("fixed", Words.AMOUNT, Exact::parse), Exact.ZERO);
    Exact free = orElse(fields.optional("free", Words.AMOUNT, Exact::parse), Exact.ZERO);
    fields.end();
    return rate == null
        ? null
        : attempt(fields, () -> new Percentage(rate, fixed, free, null, null));
  }

  private @Nullable Rate distance(Fields charge) {
    Fields fields = charge.mapping("distance");
    if (fields == null) {
      return null;
    }
    Exact start = orElse(fields.optional("start", Words.AMOUNT, Exact::parse), Exact.ZERO);
    Exact first = orElse(fields.optional("first", Words.DISTANCE, Words::metres), Exact.ZERO);
    Exact freeBelow = fields.optional("freeBelow", Words.DISTANCE, Words::metres);
    boolean started = fields.flag("startedKm", false);
    Rate perKm = perKilometre(fields);
    fields.end();
    return perKm == null
        ? null
        : attempt(fields, () -> new Distance(start, first, perKm, started, freeBelow));
  }

  private @Nullable Rate perKilometre(Fields fields) {
    if (fields.has(PER_KM_STEPS) == fields.has("perKm")) {
      problems.add(
          fields.node(),
          fields.at("perKm"),
          fields.has("perKm") ? "perKm and perKmSteps both" : "\"perKm\" is missing",
          "one of perKm, perKmSteps");
      return null;
    }
    if (fields.has(PER_KM_STEPS)) {
      return stepped(fields, PER_KM_STEPS);
    }
    Exact perKm = fields.required("perKm", Words.AMOUNT, Exact::parse);
    return perKm == null ? null : PerUnit.of(perKm);
  }

  private <T> @Nullable T attempt(Fields fields, java.util.function.Supplier<T> make) {
    return problems.attempt(fields.node(), fields.path(), make);
  }

  static <T> T orElse(@Nullable T value, T absent) {
    return value == null ? absent : value;
  }
}
