/**
 * Benchmarks against the physical limit of the machine. They are compiled in every build and run
 * only on request.
 */
@NullMarked
package dev.duodang.bench;

import org.jspecify.annotations.NullMarked;
