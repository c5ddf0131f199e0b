package dev.duodang.pricing.simulation;

/** What differences are summed by, besides in total. */
public enum Grouping {
  /** The province, or the tenant's own root, that the order's place lies in. */
  REGION,
  /** Who did the work. */
  COUNTERPARTY,
  /** The tier that won; a line of a limit that stands with no tier counts under its modifier. */
  TIER,
  /** The service of the line's item. */
  SERVICE
}
