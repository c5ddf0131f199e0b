/**
 * A price book: the tiers, modifiers and price lists of one settlement relation as an immutable
 * value, and its YAML and JSON form, whose errors carry line, column and what is allowed.
 */
@NullMarked
package dev.duodang.pricing.book;

import org.jspecify.annotations.NullMarked;
