/**
 * What counterparties get back over a period: from what was settled, and the book as it is now, to
 * the amount accrued and what the next step would bring.
 */
@NullMarked
package dev.duodang.pricing.rebate;

import org.jspecify.annotations.NullMarked;
