package dev.duodang.pricing.expression;

import dev.duodang.pricing.order.OrderItem;
import dev.duodang.pricing.order.WorkOrder;
import org.jspecify.annotations.Nullable;

/**
 * What an expression may look at.
 *
 * @param item the item that is priced; null in an order without items
 * @param related the order that it follows, when that is known
 */
public record OrderFacts(WorkOrder order, @Nullable OrderItem item, @Nullable WorkOrder related) {}
