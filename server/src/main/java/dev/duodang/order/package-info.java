/** Work orders over HTTP: how they come in, how they are read, what a desk does with them. */
@NullMarked
package dev.duodang.order;

import org.jspecify.annotations.NullMarked;
