/**
 * Kills the server and its PostgreSQL under load, and compares what is there with a model of its
 * own of what must be there.
 */
@NullMarked
package dev.duodang.bench.crash;

import org.jspecify.annotations.NullMarked;
