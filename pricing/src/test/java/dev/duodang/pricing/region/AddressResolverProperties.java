package dev.duodang.pricing.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Laws of the resolver over every county of the shipped tree. */
class AddressResolverProperties {

  private static final RegionTree TREE = GbT2260.tree();
  private static final AddressResolver RESOLVER = AddressResolver.of(TREE);

  private static List<Region> counties() {
    return IntStream.range(0, TREE.size()).mapToObj(TREE::at).filter(r -> r.depth() == 3).toList();
  }

  private static String path(Region region) {
    return TREE.path(region.code());
  }

  private static String afterProvince(Region region) {
    return path(region).substring(path(region).indexOf('/') + 1);
  }

  @Test
  void theFullPathMeansItsCounty() {
    for (Region county : counties()) {
      assertMeans(path(county), county);
      assertMeans(path(county).replace("/", ""), county);
    }
  }

  @Test
  void theProvinceMayBeLeftOut() {
    for (Region county : counties()) {
      String shorter = afterProvince(county).replace("/", "");
      boolean namesProvince = shorter.startsWith("省直辖") || shorter.startsWith("县");
      if (!namesProvince) {
        assertMeans(shorter, county);
      }
    }
  }

  @Test
  void thePrefectureMayBeLeftOutWhereTheNameIsTheProvincesOnly() {
    for (Region county : counties()) {
      String province = path(county).substring(0, path(county).indexOf('/'));
      long namesakes =
          counties().stream()
              .filter(r -> r.name().equals(county.name()) && path(r).startsWith(province + "/"))
              .count();
      if (namesakes == 1 && county.name().length() > 2) {
        assertMeans(province + county.name(), county);
      }
    }
  }

  @Test
  void kindsOfUnitMayBeLeftOut() {
    List<String> wrong = new ArrayList<>();
    for (Region county : counties()) {
      Region prefecture = TREE.parent(county.code()).orElseThrow();
      Region province = TREE.parent(prefecture.code()).orElseThrow();
      String county2 = RegionStem.of(county.name());
      boolean artificial = prefecture.name().contains("直辖") || prefecture.name().equals("县");
      if (county2.length() > 1 && !artificial) {
        String address =
            RegionStem.of(province.name()) + RegionStem.of(prefecture.name()) + county2;
        Resolution found = RESOLVER.resolve(address);
        boolean right =
            switch (found) {
              case Resolution.Resolved(Region region) ->
                  TREE.isWithin(county.code(), region.code());
              case Resolution.Ambiguous ambiguous -> ambiguous.candidates().contains(county);
              case Resolution.Unknown() -> false;
            };
        if (!right) {
          wrong.add(address + " -> " + found);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void aStreetCalledAfterAnotherPlaceChangesNothing() {
    Random random = new Random(20261124);
    List<String> tails =
        List.of("路1号", "东路22号", "大道", "大厦3楼", "路街道", "中路5弄", "大酒店", "花园", "一路8号", "大街甲2号");
    for (Region county : counties()) {
      Region other = TREE.at(random.nextInt(TREE.size()));
      String stem = RegionStem.of(other.name());
      String street = stem + tails.get(random.nextInt(tails.size()));
      boolean clear = stem.length() > 1 && stem.length() < 5;
      if (clear) {
        assertMeans(path(county).replace("/", "") + street, county);
      }
    }
  }

  @Test
  void noTextMakesTheResolverFail() {
    Random random = new Random(7);
    List<String> words =
        new ArrayList<>(List.of(" ", "路", "市", "区", "1", "\ud840", "\u0000", "，", "市辖区", "新区"));
    for (int i = 0; i < TREE.size(); i += 17) {
      words.add(TREE.at(i).name());
      words.add(RegionStem.of(TREE.at(i).name()));
    }
    for (int i = 0; i < 100_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(8); n > 0; n--) {
        text.append(words.get(random.nextInt(words.size())));
      }
      assertThat(RESOLVER.resolve(text.toString())).isNotNull();
    }
  }

  private static void assertMeans(String address, Region county) {
    assertThat(RESOLVER.resolve(address)).as(address).isEqualTo(new Resolution.Resolved(county));
  }
}
