/**
 * Rates the orders of a file with two sets of books: rows are read and prepared as a settlement
 * does, held in memory in a compact form, and then rated side by side.
 */
@NullMarked
package dev.duodang.cli.simulate;

import org.jspecify.annotations.NullMarked;
