package dev.duodang.pricing.rating;

/**
 * What one order has in a window. It is kept with the order, so that it can be taken out again
 * though the window holds nothing of single orders.
 *
 * @param counted the id of the tier, modifier or rebate that counted it
 * @param item the item's place from 0, or -1 for the whole order
 */
public record Share(WindowKey key, String counted, int item, Window part) {}
