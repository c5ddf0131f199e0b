package dev.duodang.pricing.region;

import java.time.LocalDate;

/**
 * A code that the tree no longer has, such as {@code 310108} 闸北区, merged into {@code 310106} 静安区.
 *
 * @param since the date of the first published list without the code
 * @param successor the region that took it over; where the area was divided, the deepest region
 *     that holds all of it
 */
public record RetiredRegion(RegionCode code, String name, LocalDate since, RegionCode successor) {}
