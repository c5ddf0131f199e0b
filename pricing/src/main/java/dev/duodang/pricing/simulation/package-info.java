/**
 * What would change if other books priced the same orders: the differences between two settlements
 * of each order, summed by region, counterparty, tier and service. Sums of parts can be merged in
 * any order with the same result, so that parts may be worked out side by side.
 */
@NullMarked
package dev.duodang.pricing.simulation;

import org.jspecify.annotations.NullMarked;
