/** How HTTP behaves everywhere: limits, problems in place of stack traces, the console's files. */
@NullMarked
package dev.duodang.http;

import org.jspecify.annotations.NullMarked;
