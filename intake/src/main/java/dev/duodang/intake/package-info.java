/**
 * Reads work orders and decisions from JSON, NDJSON, CSV and Excel. A row that cannot be read
 * becomes a value that names row, column, value and reason; the other rows load.
 */
@NullMarked
package dev.duodang.intake;

import org.jspecify.annotations.NullMarked;
