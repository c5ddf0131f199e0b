/**
 * Expressions as the core sees them: a text goes to a language, which checks it against the facts
 * that a book knows and hands back a predicate. The core has no language of its own; without one a
 * book with an expression is refused.
 */
@NullMarked
package dev.duodang.pricing.expression;

import org.jspecify.annotations.NullMarked;
