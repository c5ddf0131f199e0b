/** A server under a steady stream of orders, and the database alone beside it. */
@NullMarked
package dev.duodang.bench.load;

import org.jspecify.annotations.NullMarked;
