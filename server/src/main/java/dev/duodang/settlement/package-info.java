/**
 * The one door for money: commands about orders are decided, rated and committed here, in batches,
 * by one writer a shard. Other modules add rows of their own to each batch as a {@link
 * dev.duodang.settlement.BatchPart}.
 */
@NullMarked
package dev.duodang.settlement;

import org.jspecify.annotations.NullMarked;
