package dev.duodang.pricing.settlement;

import dev.duodang.pricing.book.PartyKind;
import dev.duodang.pricing.order.PartyId;
import org.jspecify.annotations.Nullable;

/**
 * One side of a relation in one order.
 *
 * @param id null for the tenant itself, and where the order does not name the party
 */
public record Party(PartyKind kind, @Nullable PartyId id) {}
