/** What a change of prices would have done to past orders, before it is published. */
@NullMarked
package dev.duodang.whatif;

import org.jspecify.annotations.NullMarked;
