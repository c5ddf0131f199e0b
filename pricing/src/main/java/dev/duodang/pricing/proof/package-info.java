/**
 * What can be proved of a price book before it is published: that no two of its tiers can tie, that
 * every kind of order that it declares to cover has a price, that every tier and modifier can
 * matter. Whatever cannot be proved is found with an order that shows it.
 *
 * <p>Every fact that a book asks for is cut into the finitely many parts that its conditions can
 * tell apart. Conditions are then boxes of such parts, and a proof is exact work on boxes.
 */
@NullMarked
package dev.duodang.pricing.proof;

import org.jspecify.annotations.NullMarked;
