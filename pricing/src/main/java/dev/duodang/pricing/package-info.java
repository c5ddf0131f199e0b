/**
 * The core: what a work order costs and why. It does no input or output, reads no clock, no random
 * source, no locale, and knows no framework; instants, dates and zones come as arguments.
 */
@NullMarked
package dev.duodang.pricing;

import org.jspecify.annotations.NullMarked;
