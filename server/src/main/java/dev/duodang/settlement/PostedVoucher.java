package dev.duodang.settlement;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A voucher as it stands.
 *
 * @param by who posted it
 * @param at when
 * @param reversedBy the voucher that takes it back; null while it stands
 */
public record PostedVoucher(
    Voucher voucher, String by, Instant at, @Nullable VoucherNo reversedBy) {}
