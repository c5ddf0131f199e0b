/**
 * How master records come in and go out: versions that are only added to, rows of JSON, CSV and
 * Excel, and the answer that says of each row what became of it.
 */
@NullMarked
package dev.duodang.records;

import org.jspecify.annotations.NullMarked;
