package dev.duodang.pricing.book;

/** What a party is to the tenant. */
public enum PartyKind {
  CUSTOMER,
  BRAND,
  HEADQUARTERS,
  PARTNER,
  ENGINEER,
  DEPARTMENT
}
