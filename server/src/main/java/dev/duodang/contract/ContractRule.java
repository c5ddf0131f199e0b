package dev.duodang.contract;

import dev.duodang.pricing.book.Relation;

/**
 * Whether a relation settles under contract only.
 *
 * @param required whether an order waits whose party has no contract that covers it
 */
record ContractRule(Relation relation, boolean required) {}
