package dev.duodang.pricing.rating;

import dev.duodang.pricing.region.RegionCode;
import dev.duodang.pricing.region.RegionTree;
import java.util.Arrays;
import java.util.Collection;

/** Some nodes of the tree with everything below them, as intervals of places in the tree. */
final class RegionSet {

  /** The nodes' places, rising. */
  private final int[] from;

  /** The ends of their subtrees. */
  private final int[] until;

  private final RegionTree tree;

  private RegionSet(int[] from, int[] until, RegionTree tree) {
    this.from = from;
    this.until = until;
    this.tree = tree;
  }

  static RegionSet of(Collection<RegionCode> nodes, RegionTree tree) {
    int[] from = nodes.stream().mapToInt(tree::index).sorted().distinct().toArray();
    int[] until = Arrays.stream(from).map(tree::subtreeEnd).toArray();
    return new RegionSet(from, until, tree);
  }

  boolean isEmpty() {
    return from.length == 0;
  }

  /** Whether a region lies in the set; open when only a part of it does. -1 is all the world. */
  Truth contains(int region) {
    int end = region < 0 ? tree.size() : tree.subtreeEnd(region);
    boolean open = false;
    for (int i = 0; i < from.length; i++) {
      if (region >= from[i] && region < until[i]) {
        return Truth.HOLDS;
      }
      open |= from[i] > region && from[i] < end;
    }
    return open ? Truth.OPEN : Truth.FAILS;
  }
}
