/**
 * One order over all relations that it concerns, and what changes when it comes again: which
 * revision counts, which lines are posted, which earlier ones are reversed. All of it is a pure
 * function of what is known; who keeps it is not the core's business.
 */
@NullMarked
package dev.duodang.pricing.settlement;

import org.jspecify.annotations.NullMarked;
