package dev.duodang.settlement;

import java.time.Instant;

/** A voucher as it stands, who posted it and when. */
public record PostedVoucher(Voucher voucher, String by, Instant at) {}
