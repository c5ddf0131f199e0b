package dev.duodang.pricing.proof;

import dev.duodang.pricing.book.Condition;
import dev.duodang.pricing.book.Dimension;
import dev.duodang.pricing.book.RegionWords;
import dev.duodang.pricing.order.Code;
import dev.duodang.pricing.region.Region;
import dev.duodang.pricing.region.RegionCode;
import dev.duodang.pricing.region.RegionTree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The region, as runs of leaves of the tree between the ends of the nodes that the book names. An
 * order whose region is not known so far is no part: it is asked for its region, or what it costs
 * does not depend on it, in which case any leaf tells the same.
 */
final class RegionAspect implements Aspect {

  private final RegionTree tree;
  private final RegionWords words;

  /** For each node of the tree the number of leaves before it; one more for the end. */
  private final int[] leavesBefore;

  /** The first leaf of each part, rising; at the end the number of leaves. */
  private final int[] cuts;

  RegionAspect(RegionTree tree, RegionWords words, Collection<Code> named) {
    this.tree = tree;
    this.words = words;
    this.leavesBefore = new int[tree.size() + 1];
    for (int node = 0; node < tree.size(); node++) {
      leavesBefore[node + 1] = leavesBefore[node] + (isLeaf(node) ? 1 : 0);
    }
    TreeSet<Integer> ends = new TreeSet<>(List.of(0, leavesBefore[tree.size()]));
    for (Code word : named) {
      for (RegionCode code : words.regions(word)) {
        ends.add(firstLeaf(tree.index(code)));
        ends.add(endLeaf(tree.index(code)));
      }
    }
    this.cuts = ends.stream().mapToInt(Integer::intValue).toArray();
  }

  private boolean isLeaf(int node) {
    return tree.subtreeEnd(node) == node + 1;
  }

  private int firstLeaf(int node) {
    return leavesBefore[node];
  }

  private int endLeaf(int node) {
    return leavesBefore[tree.subtreeEnd(node)];
  }

  /** The first leaf of a part. */
  RegionCode region(int part) {
    int node = 0;
    while (!isLeaf(node) || leavesBefore[node] != cuts[part]) {
      node++;
    }
    return tree.at(node).code();
  }

  @Override
  public int size() {
    return cuts.length - 1;
  }

  @Override
  public Parts all() {
    return Parts.where(size(), _ -> true);
  }

  @Override
  public boolean ofItem() {
    return false;
  }

  @Override
  public @Nullable Parts admittedBy(Condition condition) {
    if (!(condition instanceof Condition.OneOf set)
        || set.dimension() != Dimension.Standard.REGION) {
      return null;
    }
    Parts in = set.included().isEmpty() ? all() : under(set.included());
    return in.minus(under(set.excluded()));
  }

  private Parts under(Set<Code> named) {
    boolean[] under = new boolean[size()];
    for (Code word : named) {
      for (RegionCode code : words.regions(word)) {
        int node = tree.index(code);
        Arrays.fill(under, place(firstLeaf(node)), place(endLeaf(node)), true);
      }
    }
    return Parts.where(size(), part -> under[part]);
  }

  private int place(int leaf) {
    return Arrays.binarySearch(cuts, leaf);
  }

  @Override
  public long weight(Parts parts) {
    return parts.stream().mapToLong(part -> cuts[part + 1] - cuts[part]).sum();
  }

  @Override
  public List<Extent> extents(Parts parts) {
    if (parts.equals(all())) {
      return List.of();
    }
    List<Code> in = nodes(parts);
    List<Code> out = nodes(all().minus(parts));
    Condition condition =
        in.size() <= out.size()
            ? new Condition.OneOf(Dimension.Standard.REGION, new HashSet<>(in), Set.of())
            : new Condition.OneOf(Dimension.Standard.REGION, Set.of(), new HashSet<>(out));
    return List.of(new Extent.AnyOf(List.of(condition), false));
  }

  /** The fewest nodes that hold just these leaves, as paths that a book may name. */
  private List<Code> nodes(Parts parts) {
    boolean[] chosen = new boolean[leavesBefore[tree.size()] + 1];
    parts.forEach(
        part -> {
          for (int leaf = cuts[part]; leaf < cuts[part + 1]; leaf++) {
            chosen[leaf] = true;
          }
        });
    List<Code> nodes = new ArrayList<>();
    int node = 0;
    while (node < tree.size()) {
      if (isWhole(node, chosen)) {
        nodes.add(word(tree.at(node)));
        node = tree.subtreeEnd(node);
      } else {
        node++;
      }
    }
    return nodes;
  }

  private boolean isWhole(int node, boolean[] chosen) {
    for (int leaf = firstLeaf(node); leaf < endLeaf(node); leaf++) {
      if (!chosen[leaf]) {
        return false;
      }
    }
    return true;
  }

  /** The name where it stands for this region alone, else the path, else the code. */
  private Code word(Region region) {
    for (String text : List.of(region.name(), tree.path(region.code()))) {
      List<Region> named = tree.named(text);
      if (named.size() == 1 && named.getFirst().code().equals(region.code())) {
        return Code.of(text);
      }
    }
    return Code.of(region.code().text());
  }
}
