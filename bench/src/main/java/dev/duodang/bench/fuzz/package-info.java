/**
 * Books, orders and workbooks that somebody damaged, by chance or on purpose, and what their
 * readers make of them: rows, a refusal that says why, and nothing else.
 */
@NullMarked
package dev.duodang.bench.fuzz;

import org.jspecify.annotations.NullMarked;
