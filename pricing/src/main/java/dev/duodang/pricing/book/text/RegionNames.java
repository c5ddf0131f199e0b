package dev.duodang.pricing.book.text;

import dev.duodang.pricing.book.RegionGroup;
import dev.duodang.pricing.book.RegionWords;
import dev.duodang.pricing.order.Code;
import dev.duodang.pricing.region.RegionTree;
import dev.duodang.pricing.region.TenantRoot;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/** Checks the words for regions while a book is read, so that a mistake has its line. */
final class RegionNames {

  private final RegionWords words;

  private RegionNames(RegionWords words) {
    this.words = words;
  }

  static RegionNames of(
      RegionTree shipped,
      List<TenantRoot> roots,
      List<RegionGroup> groups,
      Fields book,
      Problems problems) {
    RegionTree tree =
        problems.attempt(at(book, "regions"), "regions", () -> shipped.withRoots(roots));
    List<RegionGroup> good = new ArrayList<>();
    for (RegionGroup group : groups) {
      List<RegionGroup> before = List.copyOf(good);
      RegionTree known = tree == null ? shipped : tree;
      RegionWords words =
          problems.attempt(
              groupNode(book, group),
              "groups." + group.name(),
              () -> {
                List<RegionGroup> all = new ArrayList<>(before);
                all.add(group);
                return RegionWords.of(known, all);
              });
      if (words != null) {
        good.add(group);
      }
    }
    return new RegionNames(RegionWords.of(tree == null ? shipped : tree, good));
  }

  private static Node at(Fields book, String key) {
    @Nullable Node node = book.take(key);
    return node == null ? book.node() : node;
  }

  private static Node groupNode(Fields book, RegionGroup group) {
    Fields groups = book.mapping("groups");
    @Nullable Node node = groups == null ? null : groups.take(group.name().text());
    return node == null ? book.node() : node;
  }

  /** The word, when it stands for a region or group. */
  Code known(String text) {
    Code word = Code.of(text);
    words.regions(word);
    return word;
  }
}
