package dev.duodang.pricing.settlement;

/**
 * A fact of an order that no book of the tenant can understand.
 *
 * @param field the fact's name, as orders state it
 * @param value what it is
 * @param reason what is wrong with it
 * @param allowed what it may be instead
 */
public record FactProblem(String field, String value, String reason, String allowed) {}
