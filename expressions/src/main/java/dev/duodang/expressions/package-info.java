/**
 * Conditions of price books in the Common Expression Language. Its compiler parses and checks a
 * text; what is checked becomes a tree of the project's own, which counts its steps, computes with
 * exact decimals and names the fact that is missing. Nothing of the compiler is loaded before the
 * first expression.
 */
@NullMarked
package dev.duodang.expressions;

import org.jspecify.annotations.NullMarked;
