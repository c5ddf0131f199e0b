package dev.duodang.pricing.book;

import dev.duodang.pricing.order.Code;
import dev.duodang.pricing.region.Region;
import dev.duodang.pricing.region.RegionCode;
import dev.duodang.pricing.region.RegionTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the words for regions in a book mean: a group of the book, else a name, path or code. */
public final class RegionWords {

  private final RegionTree tree;
  private final Map<Code, List<RegionCode>> groups = new HashMap<>();

  private RegionWords(RegionTree tree) {
    this.tree = tree;
  }

  /**
   * The words of a book with these groups over a tree.
   *
   * @throws IllegalArgumentException when a member of a group is not a region
   */
  public static RegionWords of(RegionTree tree, List<RegionGroup> groups) {
    RegionWords words = new RegionWords(tree);
    for (RegionGroup group : groups) {
      List<RegionCode> members = new ArrayList<>();
      group.members().forEach(member -> members.addAll(words.regions(member)));
      words.groups.put(group.name(), List.copyOf(members));
    }
    return words;
  }

  /**
   * The nodes that a word stands for.
   *
   * @throws IllegalArgumentException when it is unknown, or a name that several regions share
   */
  public List<RegionCode> regions(Code word) {
    List<RegionCode> group = groups.get(word);
    if (group != null) {
      return group;
    }
    List<Region> named = tree.named(word.text());
    if (named.isEmpty()) {
      throw new IllegalArgumentException(
          "\"" + word + "\" is not a region, nor a region group that the book names before it");
    }
    if (named.size() > 1) {
      String paths =
          named.stream()
              .limit(5)
              .map(region -> tree.path(region.code()) + " (" + region.code() + ")")
              .collect(Collectors.joining(", "));
      throw new IllegalArgumentException(
          "\"" + word + "\" names " + named.size() + " regions; write one of " + paths);
    }
    return List.of(named.getFirst().code());
  }
}
