package dev.duodang.cli.cases;

import dev.duodang.pricing.charge.Conversion;
import dev.duodang.pricing.charge.Flat;
import dev.duodang.pricing.charge.Graduated;
import dev.duodang.pricing.charge.Packages;
import dev.duodang.pricing.charge.PerUnit;
import dev.duodang.pricing.charge.Rate;
import dev.duodang.pricing.charge.Step;
import dev.duodang.pricing.charge.Steps;
import dev.duodang.pricing.charge.Tariff;
import dev.duodang.pricing.charge.Volume;
import dev.duodang.pricing.money.Exact;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Turns a case into a tariff of the core, refusing what it does not know. */
final class CaseTariff {

  private static final Set<String> PARAMS =
      Set.of(
          "unit_amount",
          "flat_amount",
          "block_size",
          "package_size",
          "package_amount",
          "free_units",
          "package_round",
          "included_units",
          "discount_units",
          "unit_config",
          "discount_percent",
          "multiplier",
          "divisor",
          "minimum_amount",
          "maximum_amount",
          "first_flat_at_zero",
          "upper_bound",
          "beyond_last",
          "tier_selection_quantity",
          "rounding");

  private final Case source;
  private final JsonNode params;

  private CaseTariff(Case source) {
    this.source = source;
    this.params = source.params();
  }

  static Tariff of(Case source) {
    return new CaseTariff(source).tariff();
  }

  private Tariff tariff() {
    for (String name : params.propertyNames()) {
      if (!PARAMS.contains(name)) {
        throw new CaseException("params has \"" + name + "\", which is not known");
      }
    }
    return new Tariff(
        rate(),
        conversion(),
        Case.number(params, "included_units", Exact.ZERO)
            .plus(Case.number(params, "discount_units", Exact.ZERO)),
        Case.number(params, "discount_percent", Exact.ZERO),
        Case.number(params, "multiplier", Exact.ONE),
        Case.number(params, "divisor", Exact.ONE),
        rounding(),
        minimum(),
        Case.number(params, "maximum_amount").orElse(null));
  }

  /** A maximum is applied before a minimum, so one above the other is no mistake in a case. */
  private @Nullable Exact minimum() {
    return Case.number(params, "minimum_amount").orElse(null);
  }

  private Rate rate() {
    return switch (source.model()) {
      case "flat" -> new Flat(amount("flat_amount"));
      case "per_unit" -> perUnit();
      case "graduated" -> new Graduated(steps("unit_amount"), Graduated.Unit.PRICE, chargeZero());
      case "graduated_percentage" ->
          new Graduated(steps("rate_percent"), Graduated.Unit.PERCENT, chargeZero());
      case "volume" ->
          new Volume(
              steps("unit_amount"),
              chargeZero(),
              Case.number(params, "tier_selection_quantity").orElse(null));
      case "package" ->
          new Packages(
              amount("package_size"),
              amount("package_amount"),
              Case.number(params, "free_units", Exact.ZERO),
              !"down".equals(params.path("package_round").asString("up")));
      default -> throw new CaseException("model \"" + source.model() + "\" is not known");
    };
  }

  /** A price for each unit, with a flat amount added once when there is one. */
  private Rate perUnit() {
    Exact price = amount("unit_amount");
    Exact block = Case.number(params, "block_size", Exact.ONE);
    boolean started = Case.number(params, "block_size").isPresent();
    Exact flat = Case.number(params, "flat_amount", Exact.ZERO);
    if (flat.signum() == 0) {
      return new PerUnit(price, block, started);
    }
    Step step = new Step(null, price, flat, started ? block : null, null);
    return new Graduated(Steps.of(List.of(step)), Graduated.Unit.PRICE, chargeZero());
  }

  private Exact amount(String name) {
    return Case.number(params, name)
        .orElseThrow(() -> new CaseException("params needs \"" + name + "\""));
  }

  private boolean chargeZero() {
    return params.path("first_flat_at_zero").asBoolean(true);
  }

  private Steps steps(String price) {
    List<Step> steps = new ArrayList<>();
    for (JsonNode tier : source.tiers()) {
      steps.add(
          new Step(
              Case.number(tier, "up_to").orElse(null),
              Case.number(tier, price, Exact.ZERO),
              Case.number(tier, "flat_amount", Exact.ZERO),
              Case.number(tier, "block_size").orElse(null),
              Case.number(tier, "cap_amount").orElse(null)));
    }
    Steps.Bound bound =
        "exclusive".equals(params.path("upper_bound").asString("inclusive"))
            ? Steps.Bound.EXCLUSIVE
            : Steps.Bound.INCLUSIVE;
    return new Steps(steps, beyondLast(), bound);
  }

  private Steps.BeyondLast beyondLast() {
    String stated = params.path("beyond_last").asString("refused");
    return switch (stated) {
      case "last_tier" -> Steps.BeyondLast.LAST_PRICE;
      case "free", "not_billed" -> Steps.BeyondLast.FREE;
      case "refused" -> Steps.BeyondLast.REFUSED;
      default -> throw new CaseException("beyond_last \"" + stated + "\" is not known");
    };
  }

  private @Nullable Conversion conversion() {
    JsonNode config = params.get("unit_config");
    if (config == null) {
      return null;
    }
    String rounding = config.path("rounding").asString("NONE");
    return new Conversion(
        config.path("operation").asString("").equals("multiply")
            ? Conversion.Operation.MULTIPLY
            : Conversion.Operation.DIVIDE,
        Case.number(config, "factor", Exact.ONE),
        rounding.equals("NONE") ? null : mode(rounding),
        config.path("precision").asInt(0));
  }

  private Tariff.@Nullable StatedRounding rounding() {
    JsonNode stated = params.get("rounding");
    return stated == null
        ? null
        : new Tariff.StatedRounding(
            stated.path("scale").asInt(2),
            mode(stated.path("mode").asString("HALF_UP")),
            stated.path("at").asString("total").equals("line"));
  }

  private static RoundingMode mode(String name) {
    try {
      return RoundingMode.valueOf(name);
    } catch (IllegalArgumentException unknown) {
      throw new CaseException("rounding \"" + name + "\" is not known", unknown);
    }
  }
}
