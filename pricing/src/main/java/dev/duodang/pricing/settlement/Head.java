package dev.duodang.pricing.settlement;

import dev.duodang.pricing.order.FactsDigest;
import dev.duodang.pricing.order.Revision;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The version of an order that counts, as far as it decides about the next one. */
public record Head(Revision revision, @Nullable Instant updatedAt, FactsDigest digest) {}
