/**
 * Settles files of any size in bounded memory: rows are read in order, prepared side by side, and
 * taken in order. What is known of each order lies in a log on disk with an index of hashes.
 */
@NullMarked
package dev.duodang.cli.settle;

import org.jspecify.annotations.NullMarked;
