package dev.duodang.demo;

import dev.duodang.catalog.Counterparties;
import dev.duodang.pricing.order.Place;
import dev.duodang.pricing.region.Region;
import dev.duodang.pricing.region.RegionCode;
import dev.duodang.pricing.region.RegionTree;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Addresses as customers write them, near the partner who serves them. */
final class DemoPlaces {

  private static final int COUNTY = 3;
  private static final String NOWHERE = "客户未说明城市，";
  private static final int VAGUE = 12;
  private static final int SHORT = 2_500;
  private static final List<String> STREETS =
      List.of("人民路", "建设路", "中山路", "解放路", "和平路", "新华路", "文化路", "长江路", "朝阳路", "胜利街");
  private static final List<String> ESTATES =
      List.of("花园小区", "阳光家园", "学府苑", "锦绣城", "翠湖名邸", "金桂园", "滨江府", "书香里");

  private final RegionTree tree;
  private final Map<String, List<Region>> served = new HashMap<>();

  DemoPlaces(RegionTree tree, List<Counterparties.Entry> partners) {
    this.tree = tree;
    List<Region> counties =
        IntStream.range(0, tree.size())
            .mapToObj(tree::at)
            .filter(region -> region.depth() == COUNTY)
            .toList();
    partners.forEach(partner -> served.put(partner.id(), served(partner, counties)));
  }

  private List<Region> served(Counterparties.Entry partner, List<Region> counties) {
    return partner.regions().stream()
        .flatMap(
            code -> {
              String prefix = code.replaceAll("(00)+$", "");
              List<Region> below =
                  counties.stream()
                      .filter(county -> county.code().text().startsWith(prefix))
                      .toList();
              return below.isEmpty() ? tree.find(RegionCode.of(code)).stream() : below.stream();
            })
        .toList();
  }

  /** A place near a partner; now and then its address does not say where it is. */
  Place near(Counterparties.Entry partner, Chance chance) {
    String street = chance.one(STREETS) + chance.between(1, 280) + "号";
    if (chance.of(VAGUE)) {
      return new Place(NOWHERE + chance.one(ESTATES) + street, null);
    }
    String[] path = tree.path(county(partner, chance)).split("/", -1);
    int from = path.length > 1 && chance.of(SHORT) ? 1 : 0;
    String region = Arrays.stream(path, from, path.length).distinct().collect(Collectors.joining());
    String estate = chance.of(4_000) ? chance.one(ESTATES) : "";
    return new Place(region + street + estate, null);
  }

  /** Whether an address leaves open where it is. */
  static boolean isVague(Place place) {
    return place.address() != null && place.address().startsWith(NOWHERE);
  }

  /** A region that a partner serves. */
  RegionCode county(Counterparties.Entry partner, Chance chance) {
    return chance.one(served.getOrDefault(partner.id(), List.of())).code();
  }
}
