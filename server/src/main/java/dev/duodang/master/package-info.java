/** What master records add to orders, and what they have against settling them. */
@NullMarked
package dev.duodang.master;

import org.jspecify.annotations.NullMarked;
