/** Customers of whom something is known that an order need not say again. */
@NullMarked
package dev.duodang.customer;

import org.jspecify.annotations.NullMarked;
