package dev.duodang.pricing.region;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All regions that prices can name: the provinces of China with what lies below them, and the roots
 * that a tenant adds. Immutable.
 *
 * <p>Regions are numbered densely in preorder, so that a region with everything below it is the
 * interval from its {@link #index} to its {@link #subtreeEnd}. Wherever a code is asked for, a
 * retired one stands for its successor: {@code 310108} 闸北区 finds {@code 310106} 静安区.
 */
public final class RegionTree {

  private final List<Region> regions;
  private final List<ZoneId> zones;
  private final List<RetiredRegion> retired;
  private final List<OtherName> otherNames;
  private final Map<RegionCode, Integer> indexes = new HashMap<>();
  private final Map<RegionCode, RetiredRegion> retiredByCode = new HashMap<>();
  private final int[] parents;
  private final int[] ends;
  private final NamedRegions words;

  RegionTree(
      List<Region> regions,
      List<ZoneId> zones,
      List<RetiredRegion> retired,
      List<OtherName> otherNames) {
    this.regions = List.copyOf(regions);
    this.zones = List.copyOf(zones);
    this.retired = List.copyOf(retired);
    this.otherNames = List.copyOf(otherNames);
    this.parents = new int[regions.size()];
    this.ends = new int[regions.size()];
    number();
    succeed();
    this.words = new NamedRegions(this);
  }

  private void number() {
    for (int i = 0; i < parents.length; i++) {
      Region region = regions.get(i);
      if (indexes.put(region.code(), i) != null) {
        throw new IllegalArgumentException("two regions have the code \"" + region.code() + "\"");
      }
      @Nullable RegionCode parent = region.parent();
      parents[i] = parent == null ? -1 : index(parent);
    }
    for (int i = parents.length - 1; i >= 0; i--) {
      ends[i] = Math.max(ends[i], i + 1);
      if (parents[i] >= 0) {
        ends[parents[i]] = Math.max(ends[parents[i]], ends[i]);
      }
    }
  }

  private void succeed() {
    for (RetiredRegion old : retired) {
      Integer successor = indexes.get(old.successor());
      if (successor == null || indexes.putIfAbsent(old.code(), successor) != null) {
        throw new IllegalArgumentException(
            "retired code " + old.code() + " must have a successor and not be in use");
      }
      retiredByCode.put(old.code(), old);
    }
  }

  /** How many regions there are. */
  public int size() {
    return regions.size();
  }

  /**
   * The region with this number.
   *
   * @param index at least 0 and below {@link #size()}
   */
  public Region at(int index) {
    return regions.get(index);
  }

  /** The number of a region in preorder, or -1 when the tree has no such code. */
  public int index(RegionCode code) {
    Integer index = indexes.get(code);
    return index == null ? -1 : index;
  }

  /** The first number behind the region {@code index} and everything below it. */
  public int subtreeEnd(int index) {
    return ends[index];
  }

  /** The region that a code stands for. */
  public Optional<Region> find(RegionCode code) {
    int index = index(code);
    return index < 0 ? Optional.empty() : Optional.of(at(index));
  }

  /** What became of a retired code; empty for a code in use or never known. */
  public Optional<RetiredRegion> retirement(RegionCode code) {
    return Optional.ofNullable(retiredByCode.get(code));
  }

  /** The roots: provinces first, then those of the tenant. */
  public List<Region> roots() {
    return regions.stream().filter(region -> region.depth() == 1).toList();
  }

  /** The root that a region lies under, itself when it is one; empty for an unknown code. */
  public Optional<Region> root(RegionCode code) {
    int index = index(code);
    while (index >= 0 && parents[index] >= 0) {
      index = parents[index];
    }
    return index < 0 ? Optional.empty() : Optional.of(at(index));
  }

  /** The region above; empty for a root and for an unknown code. */
  public Optional<Region> parent(RegionCode code) {
    int index = index(code);
    return index < 0 || parents[index] < 0 ? Optional.empty() : Optional.of(at(parents[index]));
  }

  /** The regions directly below, in the order of the tree; none for an unknown code. */
  public List<Region> children(RegionCode code) {
    int index = index(code);
    List<Region> children = new ArrayList<>();
    if (index >= 0) {
      for (int child = index + 1; child < ends[index]; child = ends[child]) {
        children.add(at(child));
      }
    }
    return List.copyOf(children);
  }

  /**
   * The names from the root down, divided by slashes: {@code 广东省/深圳市/南山区}.
   *
   * @throws IllegalArgumentException when the tree has no such code
   */
  public String path(RegionCode code) {
    StringBuilder path = new StringBuilder();
    for (int i = known(code); i >= 0; i = parents[i]) {
      path.insert(0, at(i).name()).insert(0, parents[i] < 0 ? "" : "/");
    }
    return path.toString();
  }

  /** Whether {@code node} is {@code ancestor} or lies below it; never for an unknown code. */
  public boolean isWithin(RegionCode node, RegionCode ancestor) {
    int inner = index(node);
    int outer = index(ancestor);
    return inner >= 0 && outer >= 0 && isWithin(inner, outer);
  }

  /**
   * The zone of the root that a region lies under: {@code Asia/Shanghai} in China.
   *
   * @throws IllegalArgumentException when the tree has no such code
   */
  public ZoneId zone(RegionCode code) {
    return zones.get(known(code));
  }

  /**
   * All regions that the author of a price book can mean by a name ({@code 南山区}, {@code 深圳}), a
   * path ({@code 浙江省/杭州市}, levels may be left out) or a code. One for a clear name, several for a
   * shared one ({@code 朝阳区}), none for an unknown one. {@code 北京市} means the province, not the
   * prefecture of the same name that only fills the level below it.
   */
  public List<Region> named(String text) {
    return words.named(text);
  }

  /**
   * This tree with further roots behind its own.
   *
   * @throws IllegalArgumentException when a code is there twice
   */
  public RegionTree withRoots(List<TenantRoot> roots) {
    TreeGrowth growth = new TreeGrowth();
    for (int i = 0; i < size(); i++) {
      growth.add(at(i).code(), at(i).name(), at(i).depth(), zones.get(i));
    }
    roots.forEach(root -> growth.add(root.branch(), 1, root.zone()));
    return growth.tree(retired, otherNames);
  }

  boolean isWithin(int node, int ancestor) {
    return node >= ancestor && node < ends[ancestor];
  }

  int parentIndex(int index) {
    return parents[index];
  }

  int depth(int index) {
    return regions.get(index).depth();
  }

  boolean isLeaf(int index) {
    return ends[index] == index + 1;
  }

  List<RetiredRegion> retired() {
    return retired;
  }

  List<OtherName> otherNames() {
    return otherNames;
  }

  private int known(RegionCode code) {
    int index = index(code);
    if (index < 0) {
      throw new IllegalArgumentException("\"" + code + "\" is no region of the tree");
    }
    return index;
  }
}
