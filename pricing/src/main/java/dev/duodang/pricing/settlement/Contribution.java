package dev.duodang.pricing.settlement;

import dev.duodang.pricing.rating.Share;

/**
 * What an order has in a window, and by which version of the book; by this version it is taken out
 * again.
 */
public record Contribution(BookVersion book, Share share) {}
