/** Other rule engines, given the rules and orders that the benchmark wrote, each in its own way. */
@NullMarked
package dev.duodang.bench.engines;

import org.jspecify.annotations.NullMarked;
