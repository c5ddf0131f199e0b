/**
 * A company that only shows what Duodang does, with people to sign in as and orders that keep
 * coming. Made from a template that ships; never there unless it is wanted.
 */
@NullMarked
package dev.duodang.demo;

import org.jspecify.annotations.NullMarked;
