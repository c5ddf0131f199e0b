package dev.duodang.pricing.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegionTreeTest {

  private static final RegionTree TREE = GbT2260.tree();

  private static final RegionTree WITH_NEW_YORK =
      TREE.withRoots(
          List.of(
              new TenantRoot(
                  new RegionBranch(
                      code("US"),
                      "United States",
                      List.of(
                          new RegionBranch(
                              code("US-NYC"),
                              "New York",
                              List.of(
                                  RegionBranch.leaf(code("US-NYC-BK"), "Brooklyn"),
                                  RegionBranch.leaf(code("US-NYC-MN"), "Manhattan"))))),
                  ZoneId.of("America/New_York"))));

  private static RegionCode code(String text) {
    return RegionCode.of(text);
  }

  @Test
  void theShippedTreeHasAllUnitsOfItsSource() {
    assertThat(TREE.size()).isEqualTo(3225);
    assertThat(TREE.roots()).hasSize(34);
    assertThat(TREE.at(0)).isEqualTo(new Region(code("110000"), "北京市", 1, null));
  }

  @ParameterizedTest
  @CsvSource({
    "440305, 广东省/深圳市/南山区, 3, 440300",
    "441900, 广东省/东莞市, 2, 440000",
    "110105, 北京市/北京市/朝阳区, 3, 110100",
    "810000, 香港特别行政区, 1,",
    "419001, 河南省/省直辖县级行政区划/济源市, 3, 419000",
  })
  void aRegionHasAPathADepthAndAParent(String text, String path, int depth, String parent) {
    Region region = TREE.find(code(text)).orElseThrow();
    assertThat(TREE.path(region.code())).isEqualTo(path);
    assertThat(region.depth()).isEqualTo(depth);
    assertThat(TREE.parent(region.code()).map(p -> p.code().text()).orElse(null)).isEqualTo(parent);
  }

  @Test
  void aSubtreeIsAnInterval() {
    for (int i = 0; i < TREE.size(); i++) {
      RegionCode ancestor = TREE.at(i).code();
      assertThat(TREE.index(ancestor)).isEqualTo(i);
      int end = TREE.subtreeEnd(i);
      for (Region child : TREE.children(ancestor)) {
        assertThat(TREE.index(child.code())).isBetween(i + 1, end - 1);
        assertThat(child.parent()).isEqualTo(ancestor);
      }
      if (end < TREE.size()) {
        assertThat(TREE.isWithin(TREE.at(end).code(), ancestor)).isFalse();
      }
      assertThat(TREE.isWithin(TREE.at(end - 1).code(), ancestor)).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "440305, 440305, true",
    "440305, 440300, true",
    "440305, 440000, true",
    "440305, 110000, false",
    "440000, 440305, false",
    "999999, 440000, false",
    "440305, 999999, false",
  })
  void aRegionLiesWithinItselfAndWhatIsAboveIt(String node, String ancestor, boolean within) {
    assertThat(TREE.isWithin(code(node), code(ancestor))).isEqualTo(within);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "440305 | 440305",
        "北京市 | 110000",
        "北京 | 110000",
        "深圳市 | 440300",
        "深圳 | 440300",
        " 深圳市 | 440300",
        "浙江省/杭州市 | 330100",
        "浙江/杭州 | 330100",
        "浙江/西湖区 | 330106",
        "北京市/朝阳区 | 110105",
        "北京市/北京市/朝阳区 | 110105",
        "北京市/北京市 | 110100",
        "湖北省/仙桃市 | 429004",
        "朝阳区 | 110105,220104",
        "朝阳 | 110105,211300,211321,220104",
        "吉林 | 220000,220200",
        "吉林市 | 220200",
        "吉林/吉林 | 220200",
        "恩施州 | 422800",
        "新疆自治区 | 650000",
        "长阳县 | 420528",
        "恩施 | 422800,422801",
        "新疆 | 650000",
        "闸北区 | 310106",
        "上海市/闸北区 | 310106",
        "310108 | 310106",
        "襄樊市 | 420600",
        "999999 | ",
        "nowhere | ",
        "浙江省/深圳市 | ",
        "/ | ",
      })
  void aBookNamesRegionsByNamePathOrCode(String text, String codes) {
    assertThat(TREE.named(text == null ? "" : text))
        .extracting(region -> region.code().text())
        .containsExactly(codes == null ? new String[0] : codes.split(",", -1));
  }

  @ParameterizedTest
  @CsvSource({
    "110103, 崇文区, 2010-07-01, 110101",
    "310103, 卢湾区, 2011-10-31, 310101",
    "310108, 闸北区, 2016-07-31, 310106",
    "310119, 南汇区, 2009-12-31, 310115",
    "371200, 莱芜市, 2019-12-31, 370100",
    "330103, 下城区, 2021-12-31, 330105",
    "341400, 巢湖市, 2011-10-31, 340000",
    "469003, 儋州市, 2016-07-31, 460400",
  })
  void aRetiredCodeStandsForItsSuccessor(
      String old, String name, LocalDate since, String successor) {
    assertThat(TREE.retirement(code(old)))
        .contains(new RetiredRegion(code(old), name, since, code(successor)));
    assertThat(TREE.find(code(old))).isEqualTo(TREE.find(code(successor)));
    assertThat(TREE.index(code(old))).isEqualTo(TREE.index(code(successor)));
    assertThat(TREE.retirement(code(successor))).isEmpty();
  }

  @Test
  void anUnknownCodeHasNoPlace() {
    assertThat(TREE.index(code("999999"))).isEqualTo(-1);
    assertThat(TREE.find(code("999999"))).isEmpty();
    assertThat(TREE.parent(code("999999"))).isEmpty();
    assertThat(TREE.children(code("999999"))).isEmpty();
    assertThatThrownBy(() -> TREE.path(code("999999")))
        .hasMessage("\"999999\" is no region of the tree");
  }

  @Test
  void aTenantAddsRootsWithTheirOwnZone() {
    assertThat(WITH_NEW_YORK.size()).isEqualTo(TREE.size() + 4);
    assertThat(WITH_NEW_YORK.path(code("US-NYC-BK"))).isEqualTo("United States/New York/Brooklyn");
    assertThat(WITH_NEW_YORK.zone(code("US-NYC-BK"))).isEqualTo(ZoneId.of("America/New_York"));
    assertThat(WITH_NEW_YORK.zone(code("440305"))).isEqualTo(ZoneId.of("Asia/Shanghai"));
    assertThat(WITH_NEW_YORK.index(code("440305"))).isEqualTo(TREE.index(code("440305")));
    assertThat(WITH_NEW_YORK.named("brooklyn"))
        .extracting(Region::name)
        .containsExactly("Brooklyn");
    assertThat(WITH_NEW_YORK.named("US-NYC")).extracting(Region::name).containsExactly("New York");
    assertThat(WITH_NEW_YORK.find(code("310108")).orElseThrow().name()).isEqualTo("静安区");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "350 5th Ave, Manhattan, New York | US-NYC-MN",
        "Brooklyn, NY 11201 | US-NYC-BK",
        "New York | US-NYC",
        "United States, New York, Brooklyn | US-NYC-BK",
        "Brooklynese Road 1 | -",
        "广东深圳南山科技园 | 440305",
      })
  void anAddressAbroadIsFoundByItsNames(String address, String expected) {
    Resolution found = AddressResolver.of(WITH_NEW_YORK).resolve(address);
    assertThat(AddressResolverTest.meaning(found)).isEqualTo(expected);
  }

  @Test
  void aCodeStandsForOneRegionOnly() {
    TenantRoot root =
        new TenantRoot(RegionBranch.leaf(code("440305"), "Elsewhere"), ZoneId.of("UTC"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TREE.withRoots(List.of(root)))
        .withMessage("two regions have the code \"440305\"");
  }

  @Test
  void theRootsOfSeveralBooksAreOneTreeWithTheNamesOfTheFirst() {
    ZoneId zone = ZoneId.of("America/New_York");
    TenantRoot newer =
        new TenantRoot(city("New York City", RegionBranch.leaf(code("NYC-BK"), "Brooklyn")), zone);
    TenantRoot older =
        new TenantRoot(
            city(
                "New York",
                RegionBranch.leaf(code("NYC-QN"), "Queens"),
                new RegionBranch(
                    code("NYC-BK"),
                    "Kings",
                    List.of(RegionBranch.leaf(code("NYC-BK-1"), "Red Hook")))),
            ZoneId.of("UTC"));
    RegionTree tree = TREE.withRoots(TenantRoot.joined(List.of(newer, older)));
    assertThat(tree.path(code("NYC-BK-1"))).isEqualTo("New York City/Brooklyn/Red Hook");
    assertThat(tree.path(code("NYC-QN"))).isEqualTo("New York City/Queens");
    assertThat(tree.zone(code("NYC-QN"))).isEqualTo(zone);
  }

  @ParameterizedTest
  @CsvSource({
    "440305, 440300, true",
    "440305, 440000, true",
    "440305, 440305, true",
    "440305, 440400, false",
    "440000, 440300, false",
    "429004, 420000, true",
    "US-NYC-BK, US-NYC, true",
    "US-NYC-BK, US, true",
    "US-NYC-BK, US-NYC-B, false",
    "US-NYC-100, US-NYC-1, false",
    "US, 440000, false",
  })
  void codesTellWhatLiesBelowWhat(String code, String other, boolean within) {
    assertThat(code(code).isWithin(code(other))).isEqualTo(within);
  }

  @Test
  void theCodeOfARegionBeginsWithThatOfTheOneAbove() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> city("New York", RegionBranch.leaf(code("NYCBK"), "Brooklyn")))
        .withMessage("region NYCBK lies below NYC, so that its code must begin with \"NYC-\"");
  }

  private static RegionBranch city(String name, RegionBranch... children) {
    return new RegionBranch(code("NYC"), name, List.of(children));
  }

  @ParameterizedTest
  @CsvSource({"44030", "4403055", "us-nyc", "US_NYC", "A", "''", "ABCDEFGHIJKLMNOPQRSTU"})
  void aMalformedCodeIsRefused(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RegionCode.of(text))
        .withMessageContaining("\"" + text + "\"");
  }
}
