package dev.duodang.pricing.book;

import dev.duodang.pricing.order.MeasureName;

/**
 * A measured quantity of orders or items that the tenant adds.
 *
 * @param label as people read it, such as 存放天数
 * @param unit as people read it, such as 天
 */
public record MeasureDeclaration(MeasureName name, String label, String unit) {}
