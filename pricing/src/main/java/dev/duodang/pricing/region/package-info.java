/**
 * Regions: the GB/T 2260 tree of provinces, prefectures and counties, roots that a tenant adds, and
 * the way from an address as people write it to a node.
 */
@NullMarked
package dev.duodang.pricing.region;

import org.jspecify.annotations.NullMarked;
