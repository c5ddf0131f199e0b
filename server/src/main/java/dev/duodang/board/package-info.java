/** The live board: sums kept in the writer's transaction, pushed to whoever watches. */
@NullMarked
package dev.duodang.board;

import org.jspecify.annotations.NullMarked;
