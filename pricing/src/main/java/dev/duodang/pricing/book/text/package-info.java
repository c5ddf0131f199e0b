/**
 * The written form of a price book: YAML, or JSON, which is YAML too. Reading finds every mistake
 * at once, each with line, column and what is allowed; what is written reads back equal.
 */
@NullMarked
package dev.duodang.pricing.book.text;

import org.jspecify.annotations.NullMarked;
