package dev.duodang.pricing.rating;

import dev.duodang.pricing.book.Condition;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a tier asks, as the book says it and ready to be tested.
 *
 * @param condition null for what every tier asks: not cancelled, and inside its own validity
 */
record Asked(@Nullable Condition condition, Test test) {}
