package dev.duodang.pricing.settlement;

import dev.duodang.pricing.book.Relation;
import dev.duodang.pricing.rating.Rated;
import org.jspecify.annotations.Nullable;

/**
 * One order in one relation.
 *
 * @param book the version that priced it; null when the relation has none at the pricing time
 */
public record RelationSettlement(
    Relation relation, Party payer, Party payee, @Nullable BookVersion book, Rated rated) {}
