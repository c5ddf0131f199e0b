package dev.duodang.pricing.region;

import java.util.Arrays;
import java.util.List;

/**
 * Finds the region that an address means, as people write addresses in China: {@code 广东深圳南山科技园} →
 * 440305, {@code 新郑市中华路1号} → 410184, {@code 深圳市} → 440300.
 *
 * <p>Levels and the words for them may be missing, names may be former ones, characters full-width
 * or traditional. A street called after a city elsewhere does not count. Where the address leaves a
 * level open, the known region above is the answer; a name that several regions share, or names
 * that do not lie inside each other, give {@link Resolution.Ambiguous}, never a guess. Safe for use
 * by many threads.
 */
public final class AddressResolver {

  private static final Resolution UNKNOWN = new Resolution.Unknown();

  private final RegionTree tree;
  private final NameTrie trie;
  private final AddressText spelling;
  private final Resolution.Resolved[] resolved;

  private AddressResolver(RegionTree tree) {
    this.tree = tree;
    this.spelling = new AddressText(GbT2260.simplified());
    this.trie = new NameTrie(PlaceNames.of(tree, spelling, GbT2260.commonWords()));
    this.resolved = new Resolution.Resolved[tree.size()];
    for (int i = 0; i < resolved.length; i++) {
      resolved[i] = new Resolution.Resolved(tree.at(i));
    }
  }

  /** A resolver for all regions of a tree; building it takes some 20 ms, using it under 1 µs. */
  public static AddressResolver of(RegionTree tree) {
    return new AddressResolver(tree);
  }

  /** The region that {@code address} means; any text is allowed, an empty one is unknown. */
  public Resolution resolve(String address) {
    char[] text = spelling.normalised(address);
    AddressParts parts = new AddressParts(tree, trie, text);
    Reading reading = parts.reading();
    if (reading.isEmpty()) {
      return UNKNOWN;
    }
    if (reading.count() == 1) {
      return certain(parts, reading);
    }
    int[] outer = outermost(reading.regions());
    if (outer.length == 1) {
      reading.decide(outer[0]);
      return certain(parts, reading);
    }
    return resolution(parts.narrowed(reading));
  }

  private Resolution certain(AddressParts parts, Reading reading) {
    Reading deeper = parts.deeper(reading);
    int[] against = parts.contradicting(deeper);
    if (deeper.count() == 1 && against.length == 0) {
      return resolved[deeper.region()];
    }
    int[] all = Arrays.copyOf(deeper.regions(), deeper.count() + against.length);
    System.arraycopy(against, 0, all, deeper.count(), against.length);
    return resolution(all);
  }

  private Resolution resolution(int[] regions) {
    int[] outer = outermost(regions);
    if (outer.length == 1) {
      return resolved[outer[0]];
    }
    int ancestor = commonAncestor(outer);
    List<Region> candidates = Arrays.stream(outer).mapToObj(tree::at).toList();
    return new Resolution.Ambiguous(ancestor < 0 ? null : tree.at(ancestor), candidates);
  }

  /** Those that lie in no other, in the order of the tree. */
  private int[] outermost(int[] regions) {
    if (regions.length == 1) {
      return regions;
    }
    return Arrays.stream(regions)
        .filter(i -> Arrays.stream(regions).noneMatch(j -> j != i && tree.isWithin(i, j)))
        .sorted()
        .distinct()
        .toArray();
  }

  private int commonAncestor(int[] candidates) {
    int ancestor = tree.parentIndex(candidates[0]);
    while (ancestor >= 0 && !tree.isWithin(candidates[candidates.length - 1], ancestor)) {
      ancestor = tree.parentIndex(ancestor);
    }
    return ancestor;
  }
}
