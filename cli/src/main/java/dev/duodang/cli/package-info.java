/**
 * The command line: settle a file with a book, simulate other books, check a book, explain an
 * order, run reference cases. It needs no server.
 */
@NullMarked
package dev.duodang.cli;

import org.jspecify.annotations.NullMarked;
