package dev.duodang.cli.settle;

import dev.duodang.intake.RowSource;
import dev.duodang.pricing.order.FactsDigest;
import dev.duodang.pricing.settlement.Change;
import org.jspecify.annotations.Nullable;

/**
 * A row with what can be known of it before its turn comes. Most orders stand alone and are new, so
 * their change is made beforehand, and used when that turns out to be so.
 *
 * @param row the row; refused when its facts mean nothing to the books
 * @param hash the hash of the order's number
 * @param digest null where the row is no order
 * @param change what the order changes if nothing was known of it; null where that cannot be told
 * @param bytes of the whole batch: the changed state in binary form, then the rows of output
 * @param from where this row's bytes begin
 * @param middle where its state ends and its output begins
 * @param until where they end
 */
record Prepared(
    RowSource.Numbered row,
    long hash,
    @Nullable FactsDigest digest,
    @Nullable Change change,
    ByteWriter bytes,
    int from,
    int middle,
    int until) {}
