package dev.duodang.pricing.book.text;

import dev.duodang.pricing.book.RegionGroup;
import dev.duodang.pricing.book.RegionWords;
import dev.duodang.pricing.order.Code;
import dev.duodang.pricing.region.RegionTree;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Checks the words for regions while a book is read, so that a mistake has its line. */
final class RegionNames {

  private final RegionWords words;
  private final Set<Code> groups = new HashSet<>();

  RegionNames(RegionTree tree) {
    this.words = RegionWords.of(tree, List.of());
  }

  /** From here on the group's name is a word for regions. */
  void add(RegionGroup group) {
    groups.add(group.name());
  }

  /** The word, when it stands for a region or group. */
  Code known(String text) {
    Code word = Code.of(text);
    if (!groups.contains(word)) {
      words.regions(word);
    }
    return word;
  }
}
