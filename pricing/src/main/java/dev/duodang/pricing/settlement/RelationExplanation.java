package dev.duodang.pricing.settlement;

import dev.duodang.pricing.rating.Explanation;

/** Why an order comes to what it comes to in one relation, by the version that priced it. */
public record RelationExplanation(
    RelationSettlement settlement, Edition edition, Explanation explanation) {}
