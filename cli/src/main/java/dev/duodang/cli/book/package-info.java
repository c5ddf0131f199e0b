/** Price books in files: reading them, checking them, explaining what they make of one order. */
@NullMarked
package dev.duodang.cli.book;

import org.jspecify.annotations.NullMarked;
