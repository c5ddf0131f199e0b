/**
 * Keeps the whole database in one file, as of one moment, and puts it back: on this machine or
 * another, embedded or not, by this version of the program or a later one.
 */
@NullMarked
package dev.duodang.backup;

import org.jspecify.annotations.NullMarked;
