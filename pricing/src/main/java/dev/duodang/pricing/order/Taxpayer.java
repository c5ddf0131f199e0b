package dev.duodang.pricing.order;

/** How a party is taxed on what it is paid. */
public enum Taxpayer {
  GENERAL,
  SMALL_SCALE,
  INDIVIDUAL
}
