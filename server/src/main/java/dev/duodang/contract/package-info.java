/** Contracts of counterparties, and which relations settle under contract only. */
@NullMarked
package dev.duodang.contract;

import org.jspecify.annotations.NullMarked;
