/**
 * Exact numbers and money. An {@link dev.duodang.pricing.money.Exact} never loses a digit; a {@link
 * dev.duodang.pricing.money.Money} is a whole number of minor units of one currency. The only step
 * from one to the other is one stated rounding.
 */
@NullMarked
package dev.duodang.pricing.money;

import org.jspecify.annotations.NullMarked;
