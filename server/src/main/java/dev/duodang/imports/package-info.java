/**
 * Files of orders: spooled to disk, given an id at once, settled row by row in the background, and
 * taken up again where they were after any kill.
 */
@NullMarked
package dev.duodang.imports;

import org.jspecify.annotations.NullMarked;
