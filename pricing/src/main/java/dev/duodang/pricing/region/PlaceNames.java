package dev.duodang.pricing.region;

import dev.duodang.pricing.region.PlaceName.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lists every way in which people write the regions of a tree. */
final class PlaceNames {

  private static final List<String> LEVELS =
      List.of(
          "市辖区",
          "生产建设兵团",
          "市区",
          "郊县",
          "省直辖县级行政单位",
          "省直辖县级行政区划",
          "省直辖县级行政区",
          "省直辖行政单位",
          "直辖县级行政单位",
          "直辖县级行政区划",
          "省直辖县",
          "省直辖",
          "自治区直辖县级行政单位",
          "自治区直辖");

  /** Stems that mean "in the middle, south, north of the city" or "new town" far more often. */
  private static final Set<String> NEVER_ALONE = Set.of("市中", "市南", "市北", "新城");

  private final RegionTree tree;
  private final AddressText spelling;
  private final Set<String> commonWords;
  private final Set<String> fullNames = new HashSet<>();
  private final Set<String> formerNames = new HashSet<>();
  private final Map<String, List<Integer>> byStem = new HashMap<>();
  private final List<PlaceName> names = new ArrayList<>();

  private PlaceNames(RegionTree tree, AddressText spelling, Set<String> commonWords) {
    this.tree = tree;
    this.spelling = spelling;
    this.commonWords = commonWords;
  }

  static List<PlaceName> of(RegionTree tree, AddressText spelling, Set<String> commonWords) {
    PlaceNames all = new PlaceNames(tree, spelling, commonWords);
    all.collectWords();
    for (int region = 0; region < tree.size(); region++) {
      all.region(region);
    }
    tree.retired().forEach(all::retired);
    tree.otherNames().forEach(all::other);
    LEVELS.forEach(level -> all.names.add(PlaceName.level(level)));
    return all.names;
  }

  private void collectWords() {
    for (int i = 0; i < tree.size(); i++) {
      String name = spelling.key(tree.at(i).name());
      fullNames.add(name);
      byStem.computeIfAbsent(RegionStem.of(name), _ -> new ArrayList<>(1)).add(i);
    }
    tree.retired().forEach(old -> formerNames.add(old.name()));
    tree.otherNames().forEach(old -> formerNames.add(old.name()));
  }

  private void region(int region) {
    String name = spelling.key(tree.at(region).name());
    boolean alone = name.length() > 2 || !name.endsWith("区");
    names.add(new PlaceName(name, region, Kind.FULL, 0, alone, -1));
    String stem = RegionStem.of(name);
    boolean chinese = Character.isDigit(tree.at(region).code().text().charAt(0));
    if (!chinese || stem.length() < 2 || stem.equals(name)) {
      return;
    }
    renamed(region, name, stem);
    if (!NEVER_ALONE.contains(stem)) {
      names.add(
          new PlaceName(
              stem, region, Kind.STEM, stemCost(region, stem), aloneByStem(region, stem), -1));
    }
  }

  private void renamed(int region, String name, String stem) {
    for (String kind : otherKinds(region, name)) {
      String text = stem + kind;
      if (!fullNames.contains(text) && !formerNames.contains(text)) {
        boolean alone = tree.depth(region) < 3 || kind.length() == 1;
        names.add(new PlaceName(text, region, Kind.RENAMED, 2, alone, -1));
      }
    }
  }

  /** What people write instead of the kind that the name has now. */
  private List<String> otherKinds(int region, String name) {
    return switch (tree.depth(region)) {
      case 1 -> name.endsWith("自治区") ? List.of("自治区", "省") : List.of();
      case 2 -> name.endsWith("自治州") ? List.of("州", "自治州") : List.of("市", "地区", "盟", "专区");
      case 3 -> name.endsWith("旗") ? List.of("旗", "自治旗") : List.of("县", "市", "区", "自治县", "新区");
      default -> List.of();
    };
  }

  /**
   * A province outranks what shares its stem (海南). A city outranks districts of that stem (西安),
   * unless one lies in a municipality or a provincial capital, so that both are often meant (朝阳).
   */
  private int stemCost(int region, String stem) {
    List<Integer> sharing = byStem.getOrDefault(stem, List.of());
    int depth = tree.depth(region);
    if (depth == 1) {
      return 3;
    }
    if (sharing.stream().anyMatch(other -> tree.depth(other) == 1)) {
      return 5;
    }
    boolean city = depth == 2 && tree.at(region).name().endsWith("市");
    boolean rival =
        sharing.stream().anyMatch(other -> other != region && isWellKnown(other, region));
    return city && !rival ? 4 : 5;
  }

  private boolean isWellKnown(int other, int city) {
    if (tree.depth(other) < 3 || tree.isWithin(other, city)) {
      return false;
    }
    String code = tree.at(other).code().text();
    boolean capital = code.startsWith("01", 2);
    return capital || !tree.at(other).name().endsWith("区");
  }

  private boolean aloneByStem(int region, String stem) {
    return tree.depth(region) < 3 ? !stem.equals("阿里") : !commonWords.contains(stem);
  }

  private void retired(RetiredRegion old) {
    int successor = tree.index(old.code());
    int formerParent = formerParent(old.code().text());
    boolean moved = formerParent >= 0 && !tree.isWithin(successor, formerParent);
    if (moved || !old.name().equals(tree.at(successor).name())) {
      former(old.name(), successor, formerParent);
    }
  }

  private int formerParent(String code) {
    int prefecture = tree.index(RegionCode.of(code.substring(0, 4) + "00"));
    return code.endsWith("00") || prefecture < 0
        ? tree.index(RegionCode.of(code.substring(0, 2) + "0000"))
        : prefecture;
  }

  private void other(OtherName other) {
    int region = tree.index(other.region());
    if (other.name().length() < 3) {
      names.add(new PlaceName(other.name(), region, Kind.STEM, 5, true, -1));
    } else {
      former(other.name(), region, -1);
    }
  }

  private void former(String name, int region, int formerParent) {
    boolean alone = name.length() > 2;
    names.add(new PlaceName(name, region, Kind.FORMER, 1, alone, formerParent));
    String stem = RegionStem.of(name);
    boolean ownStem = RegionStem.of(tree.at(region).name()).equals(stem);
    if (stem.length() >= 2 && !ownStem && !stem.equals(name) && !NEVER_ALONE.contains(stem)) {
      names.add(new PlaceName(stem, region, Kind.STEM, 6, false, formerParent));
    }
  }
}
