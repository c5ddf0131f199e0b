package dev.duodang.pricing.region;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Finds regions by what a person writes for one: a code, a path, a name, a name cut short. */
final class NamedRegions {

  private static final Pattern CODE = Pattern.compile("\\d{6}|[A-Z][A-Z0-9-]{1,19}");

  private final RegionTree tree;
  private final Map<String, List<Integer>> byName = new HashMap<>();
  private final Map<String, List<Integer>> byStem = new HashMap<>();
  private final Map<String, List<Integer>> byOtherName = new HashMap<>();

  NamedRegions(RegionTree tree) {
    this.tree = tree;
    for (int i = 0; i < tree.size(); i++) {
      String name = key(tree.at(i).name());
      put(byName, name, i);
      String stem = RegionStem.of(name);
      if (stem.length() >= 2 && !stem.equals(name)) {
        put(byStem, stem, i);
        shorter(stem, name, i);
      }
    }
    tree.otherNames().forEach(other -> put(byOtherName, other.name(), tree.index(other.region())));
    tree.retired().forEach(old -> put(byOtherName, old.name(), tree.index(old.code())));
  }

  /** 延边州 for 延边朝鲜族自治州, 长阳县 for 长阳土家族自治县. */
  private void shorter(String stem, String name, int index) {
    for (String kind : List.of("州", "县", "旗")) {
      if (name.endsWith("自治" + kind) || name.endsWith("族" + kind)) {
        put(byOtherName, stem + kind, index);
      }
    }
    if (name.endsWith("族自治区") || name.endsWith("尔自治区")) {
      put(byOtherName, stem + "自治区", index);
    }
  }

  private static void put(Map<String, List<Integer>> map, String key, int index) {
    map.computeIfAbsent(key, _ -> new ArrayList<>(1)).add(index);
  }

  private static String key(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  List<Region> named(String text) {
    String word = text.strip();
    if (CODE.matcher(word).matches()) {
      List<Region> byCode = tree.find(RegionCode.of(word)).stream().toList();
      if (!byCode.isEmpty()) {
        return byCode;
      }
    }
    List<Integer> found = byPath(word.split("/", -1));
    return found.stream().map(tree::at).toList();
  }

  private List<Integer> byPath(String[] levels) {
    List<Integer> found = withoutFillers(bare(key(levels[0]), -1));
    for (int level = 1; level < levels.length; level++) {
      TreeSet<Integer> below = new TreeSet<>();
      for (int ancestor : found) {
        below.addAll(bare(key(levels[level]), ancestor));
      }
      found = level + 1 < levels.length ? List.copyOf(below) : nearest(below);
    }
    return found;
  }

  /** By full name if there is one, else by stem, else by a former or everyday name. */
  private List<Integer> bare(String word, int ancestor) {
    for (Map<String, List<Integer>> names : List.of(byName, byStem, byOtherName)) {
      List<Integer> found =
          names.getOrDefault(word, List.of()).stream()
              .filter(i -> ancestor < 0 || (i != ancestor && tree.isWithin(i, ancestor)))
              .distinct()
              .sorted()
              .toList();
      if (!found.isEmpty()) {
        return found;
      }
    }
    return List.of();
  }

  /** Of 北京市 the province and 北京市 the only prefecture in it, the province. */
  private List<Integer> withoutFillers(List<Integer> found) {
    return found.stream()
        .filter(i -> !(isFiller(i) && found.contains(tree.parentIndex(i))))
        .toList();
  }

  private boolean isFiller(int index) {
    int parent = tree.parentIndex(index);
    return parent >= 0 && tree.at(parent).name().equals(tree.at(index).name());
  }

  /** Below a path, a unit outranks the units inside it: 吉林省/吉林 is the city. */
  private List<Integer> nearest(Set<Integer> found) {
    return found.stream()
        .filter(i -> found.stream().noneMatch(j -> !j.equals(i) && tree.isWithin(i, j)))
        .toList();
  }
}
