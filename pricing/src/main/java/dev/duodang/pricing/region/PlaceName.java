package dev.duodang.pricing.region;

/**
 * One way to write a region.
 *
 * @param text without blanks and in simplified characters
 * @param region the region's number in the tree
 * @param cost what makes this reading less likely than another of the same length; 0 for a full
 *     name
 * @param alone whether it names the region without a larger region before it
 * @param formerParent the region that held it once, or -1
 */
record PlaceName(String text, int region, Kind kind, int cost, boolean alone, int formerParent) {

  /** How the text relates to the region's name. */
  enum Kind {
    /** The name itself: 密云区. */
    FULL,
    /** A name that it had: 崇文区 for 东城区. */
    FORMER,
    /** The stem with another word for the kind of unit: 密云县, 延边州. */
    RENAMED,
    /** The stem alone: 密云. */
    STEM,
    /** A word for a level that names no region: 市辖区. */
    LEVEL
  }

  static PlaceName level(String text) {
    return new PlaceName(text, -1, Kind.LEVEL, 0, false, -1);
  }
}
