package dev.duodang.cli.cases;

import dev.duodang.pricing.charge.Percentage;
import dev.duodang.pricing.charge.Tariff;
import dev.duodang.pricing.charge.Transactions;
import dev.duodang.pricing.money.Exact;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Computes what a case comes to with the core's charge models. */
final class CaseRunner {

  private CaseRunner() {}

  /** The amount of a case, less what it states as billed already. */
  static Exact amount(Case source) {
    return switch (source.model()) {
      case "composite" -> composite(source);
      case "percentage" -> percentage(source);
      default -> metered(source);
    };
  }

  private static Exact composite(Case source) {
    Exact sum = Exact.ZERO;
    for (JsonNode part : source.parts()) {
      sum = sum.plus(amount(new Case(part)));
    }
    return whole(source, sum);
  }

  /** A sum of parts with what the case itself states around it: rounding and limits. */
  private static Exact whole(Case source, Exact sum) {
    JsonNode params = source.params();
    JsonNode rounding = params.get("rounding");
    Exact rounded =
        rounding == null
            ? sum
            : sum.round(
                rounding.path("scale").asInt(2),
                java.math.RoundingMode.valueOf(rounding.path("mode").asString("HALF_UP")));
    Exact lowered = Case.number(params, "maximum_amount").map(rounded::min).orElse(rounded);
    return Case.number(params, "minimum_amount").map(lowered::max).orElse(lowered);
  }

  private static Exact metered(Case source) {
    Tariff tariff = CaseTariff.of(source);
    JsonNode input = source.input();
    Exact quantity = Case.number(input, "quantity", Exact.ZERO);
    if (!tariff.covers(quantity)) {
      throw new CaseException("no price for quantity " + quantity + " beyond the last tier");
    }
    Exact billed =
        Case.number(input, "already_billed_amount")
            .or(() -> Case.number(input, "already_billed_quantity").map(tariff::amount))
            .orElse(Exact.ZERO);
    return tariff.amount(quantity).minus(billed);
  }

  private static Exact percentage(Case source) {
    JsonNode params = source.params();
    JsonNode input = source.input();
    JsonNode transactions = input.get("transactions");
    if (transactions == null) {
      return summed(params, input);
    }
    List<Exact> amounts = new ArrayList<>();
    for (JsonNode amount : transactions) {
      amounts.add(Exact.parse(amount.asString()));
    }
    Percentage each =
        new Percentage(
            Case.number(params, "rate_percent", Exact.ZERO),
            Case.number(params, "fixed_per_transaction", Exact.ZERO),
            Exact.ZERO,
            Case.number(params, "per_transaction_min").orElse(null),
            Case.number(params, "per_transaction_max").orElse(null));
    JsonNode free = params.get("free_transactions");
    return new Transactions(
            each,
            free == null ? null : free.asInt(),
            Case.number(params, "free_amount").orElse(null))
        .amount(amounts);
  }

  /** The form in which a source states only the sum and the number of the transactions. */
  private static Exact summed(JsonNode params, JsonNode input) {
    Exact amount = Case.number(input, "amount", Exact.ZERO);
    Exact charged =
        Case.number(input, "transaction_count", Exact.ZERO)
            .minus(Case.number(input, "free_transactions_applied", Exact.ZERO))
            .orZero();
    Exact fixed = Case.number(params, "fixed_per_transaction", Exact.ZERO).times(charged);
    return new Percentage(
            Case.number(params, "rate_percent", Exact.ZERO),
            fixed,
            Case.number(input, "free_amount_applied", Exact.ZERO),
            null,
            null)
        .amount(amount);
  }
}
