package dev.duodang.pricing.charge;

import dev.duodang.pricing.money.Exact;

/** The same amount whatever the quantity: {@code 100.00}. */
public record Flat(Exact amount) implements Rate {

  @Override
  public Exact amount(Exact quantity) {
    return amount;
  }

  @Override
  public String formula(Exact quantity) {
    return amount.toString();
  }
}
