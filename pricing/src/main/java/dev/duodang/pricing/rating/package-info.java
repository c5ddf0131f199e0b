/**
 * What one order costs by one book, and why: a book is compiled once into an index over its tiers,
 * and {@link dev.duodang.pricing.rating.Rater} is then a pure function of an order's facts.
 */
@NullMarked
package dev.duodang.pricing.rating;

import org.jspecify.annotations.NullMarked;
