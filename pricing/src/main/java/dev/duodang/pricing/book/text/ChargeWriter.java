package dev.duodang.pricing.book.text;

import dev.duodang.pricing.book.Charge;
import dev.duodang.pricing.book.CountScope;
import dev.duodang.pricing.book.Measure;
import dev.duodang.pricing.book.QuoteRange;
import dev.duodang.pricing.charge.Conversion;
import dev.duodang.pricing.charge.Distance;
import dev.duodang.pricing.charge.Flat;
import dev.duodang.pricing.charge.Graduated;
import dev.duodang.pricing.charge.Packages;
import dev.duodang.pricing.charge.PerUnit;
import dev.duodang.pricing.charge.Percentage;
import dev.duodang.pricing.charge.Rate;
import dev.duodang.pricing.charge.Step;
import dev.duodang.pricing.charge.Steps;
import dev.duodang.pricing.charge.Tariff;
import dev.duodang.pricing.charge.Volume;
import dev.duodang.pricing.money.Exact;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes charges as {@link ChargeReader} and {@link RateReader} read them. */
final class ChargeWriter {

  private ChargeWriter() {}

  static Written.Mapping mapping(Charge charge) {
    Written.Mapping mapping = new Written.Mapping();
    switch (charge) {
      case Charge.Metered metered -> metered(mapping, metered);
      case Charge.Summed summed -> {
        List<Written> parts = new ArrayList<>();
        summed.parts().forEach(part -> parts.add(mapping(part)));
        mapping
            .put("sum", new Written.Items(parts, false))
            .put("minimum", Numbers.orNull(summed.minimum(), null))
            .put("maximum", Numbers.orNull(summed.maximum(), null));
      }
      case Charge.Quoted quoted -> mapping.put("quote", range(quoted.range()));
      case Charge.Listed listed ->
          mapping
              .put("priceList", new Written.Word(listed.list().text()))
              .put("by", word(listed.by(), Charge.Listed.By.PART));
    }
    return mapping;
  }

  private static Written.Mapping range(QuoteRange range) {
    return new Written.Mapping()
        .put("from", Numbers.of(range.minimum()))
        .put("to", Numbers.of(range.maximum()));
  }

  private static void metered(Written.Mapping mapping, Charge.Metered charge) {
    Tariff tariff = charge.tariff();
    boolean plain =
        tariff.multiplier().equals(Exact.ONE)
            && tariff.divisor().equals(Exact.ONE)
            && tariff.rounding() == null;
    if (!plain) {
      throw unwritable("a multiplier, divisor or rounding of a tariff");
    }
    String model = model(tariff.rate());
    mapping
        .put(model, rate(tariff.rate()))
        .put("of", measure(charge.measure(), ChargeReader.usualMeasure(model)))
        .put("convert", conversion(tariff.conversion()))
        .put("freeUnits", Numbers.orNull(tariff.freeUnits(), Exact.ZERO))
        .put("discountPercent", Numbers.orNull(tariff.discountPercent(), Exact.ZERO))
        .put("minimum", Numbers.orNull(tariff.minimum(), null))
        .put("maximum", Numbers.orNull(tariff.maximum(), null))
        .put("scope", word(charge.scope().reach(), CountScope.Reach.ITEM))
        .put("count", word(charge.scope().counting(), CountScope.Counting.SUM))
        .put("counter", TierWriter.counter(charge.scope().counter()))
        .put("agreed", charge.agreed() == null ? null : range(charge.agreed()));
  }

  private static Written.@Nullable Plain word(Enum<?> constant, Enum<?> usual) {
    return constant == usual ? null : new Written.Plain(Words.written(constant));
  }

  private static @Nullable Written measure(Measure measure, @Nullable Measure usual) {
    if (measure.equals(usual)) {
      return null;
    }
    return switch (measure) {
      case Measure.Standard standard -> new Written.Plain(ChargeReader.nameOf(standard));
      case Measure.Named named -> new Written.Word(named.name().text());
      case Measure.CategoryAmount amount ->
          new Written.Mapping().put("category", new Written.Word(amount.category().text()));
      case Measure.RelationAmount amount ->
          new Written.Mapping()
              .put("relation", new Written.Plain(amount.relation().toString()))
              .put("category", new Written.Word(amount.category().text()));
    };
  }

  private static Written.@Nullable Mapping conversion(@Nullable Conversion conversion) {
    if (conversion == null) {
      return null;
    }
    return new Written.Mapping()
        .put(Words.written(conversion.operation()), Numbers.of(conversion.factor()))
        .put("round", rounding(conversion.rounding()))
        .put("decimals", conversion.precision(), 0);
  }

  private static Written.@Nullable Plain rounding(@Nullable RoundingMode mode) {
    return switch (mode) {
      case null -> null;
      case CEILING -> new Written.Plain("up");
      case FLOOR -> new Written.Plain("down");
      case HALF_UP -> new Written.Plain("half-up");
      case UP, DOWN, HALF_DOWN, HALF_EVEN, UNNECESSARY ->
          throw unwritable("rounding " + mode + " of a conversion");
    };
  }

  private static String model(Rate rate) {
    return switch (rate) {
      case Flat _ -> "flat";
      case PerUnit _ -> "perUnit";
      case Graduated graduated ->
          graduated.unit() == Graduated.Unit.PERCENT ? "graduatedPercent" : "graduated";
      case Volume _ -> "volume";
      case Packages _ -> "package";
      case Percentage _ -> "percent";
      case Distance _ -> "distance";
    };
  }

  private static Written rate(Rate rate) {
    return switch (rate) {
      case Flat flat -> Numbers.of(flat.amount());
      case PerUnit perUnit -> perUnit(perUnit);
      case Graduated graduated ->
          stepped(model(graduated), graduated.steps(), graduated.chargeZero());
      case Volume volume -> {
        if (volume.selectedBy() != null) {
          throw unwritable("a quantity that picks a volume step");
        }
        yield stepped(model(volume), volume.steps(), volume.chargeZero());
      }
      case Packages packages ->
          new Written.Mapping()
              .put("size", Numbers.of(packages.size()))
              .put("price", Numbers.of(packages.price()))
              .put("free", Numbers.orNull(packages.free(), Exact.ZERO))
              .put("started", packages.started(), true);
      case Percentage percentage -> percentage(percentage);
      case Distance distance -> distance(distance);
    };
  }

  private static Written perUnit(PerUnit rate) {
    return rate.equals(PerUnit.of(rate.price()))
        ? Numbers.of(rate.price())
        : new Written.Mapping()
            .put("price", Numbers.of(rate.price()))
            .put("block", Numbers.orNull(rate.block(), Exact.ONE))
            .put("started", rate.started(), false);
  }

  private static Written percentage(Percentage rate) {
    if (rate.minimum() != null || rate.maximum() != null) {
      throw unwritable("a minimum or maximum inside a percentage");
    }
    return rate.equals(Percentage.of(rate.percent()))
        ? Numbers.of(rate.percent())
        : new Written.Mapping()
            .put("rate", Numbers.of(rate.percent()))
            .put("fixed", Numbers.orNull(rate.fixed(), Exact.ZERO))
            .put("free", Numbers.orNull(rate.free(), Exact.ZERO));
  }

  private static Written distance(Distance rate) {
    Written.Mapping mapping =
        new Written.Mapping()
            .put("start", Numbers.orNull(rate.start(), Exact.ZERO))
            .put("first", metres(rate.startMetres(), Exact.ZERO))
            .put("freeBelow", metres(rate.freeBelowMetres(), null));
    if (rate.perKilometre() instanceof Graduated graduated
        && graduated.unit() == Graduated.Unit.PRICE) {
      mapping.put(
          RateReader.PER_KM_STEPS,
          stepped(RateReader.PER_KM_STEPS, graduated.steps(), graduated.chargeZero()));
    } else if (rate.perKilometre() instanceof PerUnit perUnit
        && perUnit.equals(PerUnit.of(perUnit.price()))) {
      mapping.put("perKm", Numbers.of(perUnit.price()));
    } else {
      throw unwritable("a distance whose kilometres are not priced each or by steps");
    }
    return mapping.put("startedKm", rate.startedKilometre(), false);
  }

  private static Written.@Nullable Plain metres(@Nullable Exact metres, @Nullable Exact usual) {
    return metres == null || metres.equals(usual) ? null : Numbers.metres(metres);
  }

  private static Written stepped(String model, Steps steps, boolean chargeZero) {
    if (steps.bound() != Steps.Bound.INCLUSIVE) {
      throw unwritable("a step whose end does not belong to it");
    }
    String price = model.equals("graduatedPercent") ? "percent" : "price";
    List<Written> list = new ArrayList<>();
    steps.steps().forEach(step -> list.add(step(step, price)));
    boolean usual = chargeZero == RateReader.isZeroCharged(model);
    if (usual && steps.beyondLast() == Steps.BeyondLast.UNSTATED) {
      return new Written.Items(list, false);
    }
    return new Written.Mapping()
        .put("steps", new Written.Items(list, false))
        .put("beyondLast", word(steps.beyondLast(), Steps.BeyondLast.UNSTATED))
        .put("chargeZero", usual ? null : new Written.Plain(String.valueOf(chargeZero)));
  }

  private static Written step(Step step, String price) {
    boolean onlyFlat = step.unitPrice().signum() == 0 && step.flat().signum() != 0;
    return new Written.Mapping()
        .put("upTo", Numbers.orNull(step.upTo(), null))
        .put(price, onlyFlat ? null : Numbers.of(step.unitPrice()))
        .put("flat", Numbers.orNull(step.flat(), Exact.ZERO))
        .put("block", Numbers.orNull(step.block(), null))
        .put("cap", Numbers.orNull(step.cap(), null));
  }

  private static IllegalArgumentException unwritable(String what) {
    return new IllegalArgumentException(what + " has no written form");
  }
}
