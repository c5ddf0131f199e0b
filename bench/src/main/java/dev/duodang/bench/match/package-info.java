/**
 * One set of rules over six dimensions and one set of orders, for every engine that is measured
 * against them, and the measurements of this engine.
 */
@NullMarked
package dev.duodang.bench.match;

import org.jspecify.annotations.NullMarked;
