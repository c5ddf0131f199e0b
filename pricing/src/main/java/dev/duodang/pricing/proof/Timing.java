package dev.duodang.pricing.proof;

import dev.duodang.pricing.order.OrderStatus;
import dev.duodang.pricing.order.Times;
import java.time.Instant;

/**
 * When things happen to an example, and how far it is.
 *
 * @param pricedAt the pricing time, which is given where the order's facts are not final
 */
record Timing(OrderStatus status, Times times, Instant pricedAt) {}
