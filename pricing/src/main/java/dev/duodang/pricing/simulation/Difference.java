package dev.duodang.pricing.simulation;

import dev.duodang.pricing.order.WorkOrder;
import dev.duodang.pricing.region.RegionCode;
import org.jspecify.annotations.Nullable;

/**
 * One order by two sets of books.
 *
 * @param order its revision that counts
 * @param root the province, or root of the tenant's own, that it lies in; null when unknown
 */
public record Difference(
    WorkOrder order, @Nullable RegionCode root, Outcome before, Outcome after) {}
