/**
 * The facts of a work order, as its source states them and as the core prices them. Everything here
 * is an immutable value; an absent fact is null, never a default.
 */
@NullMarked
package dev.duodang.pricing.order;

import org.jspecify.annotations.NullMarked;
