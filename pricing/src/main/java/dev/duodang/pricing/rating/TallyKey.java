package dev.duodang.pricing.rating;

import dev.duodang.pricing.book.Relation;
import dev.duodang.pricing.order.VisitId;

/**
 * What a tally belongs to: one tier or limit of one relation over one visit.
 *
 * @param counter the tier's or modifier's id, which survives versions of the book
 */
public record TallyKey(Relation relation, VisitId visit, String counter) {}
