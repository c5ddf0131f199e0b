package dev.duodang.pricing.region;

import dev.duodang.pricing.region.PlaceName.Kind;
import java.util.Arrays;

/**
 * The best way to read region names one after another from one place of an address, the larger
 * before the smaller, each inside the one before. The best way takes up most characters, and of
 * equals costs least; regions that are equally good are all kept.
 */
final class Reading {

  static final int ANYWHERE = -1;

  private static final int POSTCODE_DIGITS = 6;

  private final RegionTree tree;
  private final NameTrie trie;
  private final char[] text;
  private final boolean fullFirst;

  private int[] regions = new int[2];
  private int count;
  private int taken;
  private int cost;
  private int end;
  private int names;
  private boolean full;
  private String lastName = "";

  /**
   * @param fullFirst whether the first name must be written in full
   */
  private Reading(RegionTree tree, NameTrie trie, char[] text, boolean fullFirst) {
    this.tree = tree;
    this.trie = trie;
    this.text = text;
    this.fullFirst = fullFirst;
  }

  /** Reads from {@code at} on, below {@code within} or {@link #ANYWHERE}. */
  static Reading of(RegionTree tree, NameTrie trie, char[] text, int at, int within) {
    Reading reading = new Reading(tree, trie, text, false);
    reading.search(at, within, 0, 0, 0, false);
    return reading;
  }

  /** The same, with a first name in full: 南山区, not 南山. */
  static Reading inFull(RegionTree tree, NameTrie trie, char[] text, int at, int within) {
    Reading reading = new Reading(tree, trie, text, true);
    reading.search(at, within, 0, 0, 0, false);
    return reading;
  }

  private void search(
      int at, int within, int takenBefore, int costBefore, int before, boolean anyFull) {
    int state = NameTrie.ROOT;
    for (int i = skipped(at); i < text.length; i++) {
      if (text[i] == AddressText.BLANK) {
        continue;
      }
      state = trie.next(state, text[i]);
      if (state == NameTrie.NONE) {
        return;
      }
      for (int n = trie.firstName(state); n != NameTrie.NONE; n = trie.nextName(n)) {
        consider(trie.name(n), i + 1, within, takenBefore, costBefore, before, anyFull);
      }
    }
  }

  private void consider(
      PlaceName name,
      int behind,
      int within,
      int takenBefore,
      int costBefore,
      int before,
      boolean anyFull) {
    if (name.kind() == Kind.LEVEL) {
      if (within >= 0) {
        search(behind, within, takenBefore, costBefore, before, anyFull);
      }
      return;
    }
    if (!admits(name, behind, within, before)) {
      return;
    }
    boolean repeated = within >= 0 && tree.isWithin(within, name.region());
    int region = repeated ? within : name.region();
    int takenNow = takenBefore + name.text().length();
    int costNow = costBefore + name.cost();
    boolean fullNow = anyFull || (isFull(name) && name.text().length() > 2);
    search(behind, region, takenNow, costNow, before + 1, fullNow);
    boolean better = takenNow > taken || (takenNow == taken && (count == 0 || costNow <= cost));
    if (better && mayEnd(name, behind, within)) {
      keep(name, region, behind, takenNow, costNow, before + 1, fullNow);
    }
  }

  private boolean admits(PlaceName name, int behind, int within, int before) {
    if (before == 0 && fullFirst && !isFull(name)) {
      return false;
    }
    if (StreetWords.market(text, behind) || splitsWord(behind)) {
      return false;
    }
    return within < 0 ? name.alone() : fits(name, within);
  }

  private boolean fits(PlaceName name, int within) {
    int region = name.region();
    if (region != within && tree.isWithin(region, within)) {
      return name.alone() || name.kind() != Kind.STEM || !skipsPrefecture(region, within);
    }
    if (tree.isWithin(within, region)) {
      return region == within || isFull(name);
    }
    int former = name.formerParent();
    return former >= 0 && (tree.isWithin(within, former) || tree.isWithin(former, within));
  }

  /** An everyday word names a county only behind its city: 深圳光明, not 广东光明. */
  private boolean skipsPrefecture(int region, int within) {
    return tree.depth(within) == 1
        && tree.depth(region) == 3
        && !tree.at(within).name().endsWith("市")
        && !tree.at(tree.parentIndex(region)).name().contains("直辖");
  }

  private boolean mayEnd(PlaceName name, int behind, int within) {
    if (name.kind() != Kind.STEM) {
      return name.text().length() > 1;
    }
    if (StreetWords.street(text, behind)) {
      return false;
    }
    if (tree.depth(name.region()) < 3) {
      return within >= 0 || !StreetWords.building(text, behind);
    }
    return !StreetWords.building(text, behind) && !StreetWords.townOrLandscape(text, behind);
  }

  private void keep(
      PlaceName name,
      int region,
      int behind,
      int takenNow,
      int costNow,
      int namesNow,
      boolean fullNow) {
    if (takenNow > taken || costNow < cost) {
      count = 0;
    }
    taken = takenNow;
    cost = costNow;
    end = behind;
    names = namesNow;
    full = fullNow;
    lastName = name.text();
    add(region);
  }

  private void add(int region) {
    for (int i = 0; i < count; i++) {
      if (regions[i] == region) {
        return;
      }
    }
    if (count == regions.length) {
      regions = Arrays.copyOf(regions, count * 2);
    }
    regions[count++] = region;
  }

  private static boolean isFull(PlaceName name) {
    return name.kind() == Kind.FULL || name.kind() == Kind.FORMER;
  }

  /** Whether a name in Latin letters would stop inside a word. */
  private boolean splitsWord(int behind) {
    return behind < text.length && isLatin(text[behind]) && isLatin(text[behind - 1]);
  }

  static boolean isLatin(char c) {
    return Character.isLetter(c) && c < '\u2e80';
  }

  /** The place behind blanks and a postcode. */
  private int skipped(int at) {
    int i = at;
    while (i < text.length && text[i] == AddressText.BLANK) {
      i++;
    }
    int digits = 0;
    while (i + digits < text.length && text[i + digits] >= '0' && text[i + digits] <= '9') {
      digits++;
    }
    return digits == POSTCODE_DIGITS ? skipped(i + digits) : i;
  }

  /** Leaves of several regions one. */
  void decide(int region) {
    regions[0] = region;
    count = 1;
  }

  boolean isEmpty() {
    return count == 0;
  }

  int[] regions() {
    return Arrays.copyOf(regions, count);
  }

  int count() {
    return count;
  }

  int region() {
    return regions[0];
  }

  /** The place behind the last name. */
  int end() {
    return end;
  }

  /** How many names were read. */
  int names() {
    return names;
  }

  /** Whether one of them is written in full. */
  boolean full() {
    return full;
  }

  String lastName() {
    return lastName;
  }
}
