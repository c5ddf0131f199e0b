package dev.duodang.pricing.book;

/**
 * A count that goes on over all orders of a counterparty in a period. Charges or one limit count in
 * it.
 *
 * @param name as people read it, such as 安装量
 */
public record CounterDeclaration(CounterId id, String name, Period period) {}
