/**
 * How a price is computed from one quantity: the charge models, each a value with an exact amount
 * and a formula with its numbers, and a {@link dev.duodang.pricing.charge.Tariff}, which puts
 * conversion, free units, discount and limits around a model in one fixed order.
 */
@NullMarked
package dev.duodang.pricing.charge;

import org.jspecify.annotations.NullMarked;
